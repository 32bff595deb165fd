/** Providers of covers. */
export const covers = {
  'covers.title': 'Proveedores de portadas',
  'covers.meaning':
    'Los títulos tienen portadas dibujadas hasta que elija a quién se piden las reales. Nuestros servidores preguntan en el orden de la lista y guardan las respuestas; los navegadores de los lectores no preguntan a nadie más.',
  'covers.not-yours': 'La administración del consorcio elige los proveedores de portadas.',
  'covers.providers': 'Se pregunta en este orden',
  'covers.none': 'No se ha elegido ningún proveedor: todas las portadas son dibujadas.',
  'covers.open-library': 'Open Library',
  'covers.open-library-meaning':
    'Portadas por ISBN, número OCLC y LCCN, gratis, como máximo 100 en cinco minutos desde una dirección. Pide que se la nombre con un enlace.',
  'covers.google-books': 'Google Books',
  'covers.google-books-meaning':
    'Portadas por ISBN, gratis dentro de su cuota diaria. Sus condiciones limitan el almacenamiento de respuestas y piden que se lo nombre con un enlace.',
  'covers.address-provider': 'Un proveedor por dirección',
  'covers.terms': 'Condiciones de {name}',
  'covers.name': 'Nombre, como lo muestran las páginas',
  'covers.address': 'Dirección de una portada',
  'covers.address-meaning':
    "De su contrato. '{isbn}' es el ISBN de 13 dígitos, '{isbn10}' el de 10 y '{size}' es «small» o «large».",
  'covers.site': 'Página a la que lleva el nombre (opcional)',
  'covers.first': 'Preguntar primero: {name}',
  'covers.to-front': 'Preguntar primero',
  'covers.remove': 'Quitar',
  'covers.remove-one': 'Quitar {name}',
  'covers.add-open-library': 'Añadir Open Library',
  'covers.add-google-books': 'Añadir Google Books',
  'covers.add-address': 'Añadir un proveedor por dirección',
  'covers.save': 'Guardar proveedores',
  'covers.saved': 'Los proveedores están guardados. Las portadas nuevas aparecen en unos minutos.',
  'covers.leave': 'Los proveedores cambiados no están guardados todavía.',
} as const;

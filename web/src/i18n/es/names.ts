/** Names of shelving locations and item types. */
export const names = {
  'problem.directory-full':
    'Los nombres de todas las bibliotecas juntos son demasiado largos: acórtelos o ponga menos.',
  'names.title': 'Ubicaciones y tipos de ejemplar',
  'names.meaning':
    'Lo que los lectores leen en las páginas de los registros en lugar de los códigos de sus ejemplares. Un código sin nombre se muestra tal cual; cambiar el nombre no cambia ningún ejemplar.',
  'names.library': 'Biblioteca',
  'names.not-yours': 'Los administradores de una biblioteca nombran sus ubicaciones.',
  'names.locations': 'Ubicaciones',
  'names.itemTypes': 'Tipos de ejemplar',
  'names.code': 'Código en los ejemplares',
  'names.name': 'Nombre para los lectores',
  'names.none': 'Ningún código tiene nombre todavía: los lectores leen los códigos.',
  'names.add': 'Añadir un nombre',
  'names.remove': 'Quitar',
  'names.remove-one': 'Quitar {code}',
  'names.of': '{what} {number}',
  'names.save': 'Guardar los nombres',
  'names.saved': 'Los nombres se han guardado.',
  'names.leave': 'Los nombres tienen cambios sin guardar. ¿Salir de la página?',
} as const;

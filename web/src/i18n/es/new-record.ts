/** Writing a new record from a template. */
export const newRecord = {
  'new-record.title': 'Registro nuevo',
  'new-record.meaning': 'Elija qué es: el editor se abre con los códigos y campos de esa clase.',
  'new-record.meaning-fields':
    'Los campos que queden vacíos no se guardan. Antes de guardar se muestra lo que se le parece en el catálogo.',
  'new-record.book': 'Libro',
  'new-record.book-meaning': 'Un libro impreso en uno o varios volúmenes',
  'new-record.ebook': 'Libro electrónico',
  'new-record.ebook-meaning': 'Un libro en línea, con su dirección',
  'new-record.serial': 'Revista',
  'new-record.serial-meaning': 'Lo que aparece por números, con su ISSN',
  'new-record.dvd': 'Película en DVD o Blu-ray',
  'new-record.dvd-meaning': 'Una película o serie en disco',
  'new-record.music': 'Música en CD',
  'new-record.music-meaning': 'Una grabación musical',
  'new-record.audiobook': 'Audiolibro en CD',
  'new-record.audiobook-meaning': 'Un libro leído en voz alta',
  'new-record.map': 'Mapa',
  'new-record.map-meaning': 'Un mapa o plano impreso, con su escala',
  'new-record.set': 'Lote escolar o conjunto',
  'new-record.set-meaning': 'Varias cosas que se prestan juntas, como un lote de clase o un juego',
} as const;

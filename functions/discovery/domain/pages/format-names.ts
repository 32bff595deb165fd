import type { Format } from '../../../../layers/protocols/marc/format.ts';
import type { PageLanguage } from './page-texts.ts';

const en: Readonly<Record<Format, string>> = {
  book: 'Book',
  'large-print': 'Large print',
  braille: 'Braille',
  ebook: 'E-book',
  journal: 'Journal',
  ejournal: 'E-journal',
  newspaper: 'Newspaper',
  'website-or-database': 'Website or database',
  score: 'Score',
  map: 'Map',
  globe: 'Globe',
  video: 'Film',
  'music-recording': 'Music recording',
  'spoken-recording': 'Audiobook',
  image: 'Picture',
  object: 'Object',
  kit: 'Kit',
  software: 'Software',
  manuscript: 'Manuscript',
  archive: 'Archive',
  microform: 'Microform',
  unknown: 'Other',
};

const es: typeof en = {
  book: 'Libro',
  'large-print': 'Letra grande',
  braille: 'Braille',
  ebook: 'Libro electrónico',
  journal: 'Revista',
  ejournal: 'Revista electrónica',
  newspaper: 'Periódico',
  'website-or-database': 'Sitio web o base de datos',
  score: 'Partitura',
  map: 'Mapa',
  globe: 'Globo',
  video: 'Película',
  'music-recording': 'Grabación musical',
  'spoken-recording': 'Audiolibro',
  image: 'Imagen',
  object: 'Objeto',
  kit: 'Conjunto',
  software: 'Programa',
  manuscript: 'Manuscrito',
  archive: 'Archivo',
  microform: 'Microforma',
  unknown: 'Otro',
};

/** The names of formats on the pages that work without JavaScript, by language. */
export const formatNames: Readonly<Record<PageLanguage, typeof en>> = { en, es };

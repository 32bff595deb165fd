/** The languages of the pages that work without JavaScript. */
export const pageLanguages = ['en', 'es'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

const en = {
  catalogue: 'Library catalogue',
  search: 'Search',
  words: 'Title, author, subject or ISBN',
  otherLanguage: 'Español',
  edition: 'Edition',
  published: 'Published',
  extent: 'Extent',
  series: 'Series',
  subjects: 'Subjects',
  contents: 'Contents',
  copies: 'Copies',
  noCopies: 'No library lists a copy.',
  onShelf: 'On the shelf',
  notOnShelf: 'Not on the shelf',
  results: (count: string) => `${count} results`,
  resultsFor: (count: string, q: string) => `${count} results for “${q}”`,
  atLeast: (count: string) => `more than ${count}`,
  shelved: (available: number, copies: number) => `${available} of ${copies} copies on the shelf`,
  online: 'Online',
  next: 'More results',
  titleFor: (q: string) => `“${q}” in the library catalogue`,
  described: 'Search the shared catalogue of the libraries of a consortium, place holds and manage your library card.',
  unknown: 'There is no such record.',
  later: 'The search does not answer now. Load this page again.',
};

const es: typeof en = {
  catalogue: 'Catálogo de bibliotecas',
  search: 'Buscar',
  words: 'Título, autor, materia o ISBN',
  otherLanguage: 'English',
  edition: 'Edición',
  published: 'Publicación',
  extent: 'Extensión',
  series: 'Serie',
  subjects: 'Materias',
  contents: 'Contenido',
  copies: 'Ejemplares',
  noCopies: 'Ninguna biblioteca indica un ejemplar.',
  onShelf: 'En el estante',
  notOnShelf: 'No está en el estante',
  results: (count) => `${count} resultados`,
  resultsFor: (count, q) => `${count} resultados para «${q}»`,
  atLeast: (count) => `más de ${count}`,
  shelved: (available, copies) => `${available} de ${copies} ejemplares en el estante`,
  online: 'En línea',
  next: 'Más resultados',
  titleFor: (q) => `«${q}» en el catálogo de bibliotecas`,
  described: 'Busque en el catálogo común de las bibliotecas, haga reservas y gestione su tarjeta.',
  unknown: 'No existe este registro.',
  later: 'La búsqueda no responde ahora. Vuelva a cargar esta página.',
};

/** The texts of the pages that work without JavaScript, by language. */
export const pageTexts: Readonly<Record<PageLanguage, typeof en>> = { en, es };
export type PageTexts = typeof en;

/** The parts of the search page that load after its results. */
export const searchParts = {
  'search.meant': 'Quizá quiso decir:',
  'search.none': 'No se encontró nada',
  'search.none-hint': 'Pruebe con menos palabras, otra grafía o busque en todos los campos.',
  'search.none-filtered': 'Quizá sus filtros sean demasiado estrechos.',
  'within.choice': 'Fondos de',
  'within.all': 'Todas las bibliotecas',
  'within.public': 'Bibliotecas públicas',
  'within.academic': 'Bibliotecas universitarias',
  'within.school': 'Bibliotecas escolares',
  'within.special': 'Bibliotecas especializadas',
} as const;

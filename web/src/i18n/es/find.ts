/** The search of staff above every page. */
export const find = {
  'find.name': 'Buscar en todo',
  'find.label': 'Carné, nombre, código de barras o título',
  'find.results': 'Resultados',
  'find.nothing': 'Aún no se ha encontrado nada.',
  'find.item': 'Ejemplar {number}',
  'find.search-titles': 'Buscar títulos con «{text}»',
  'find.patrons': 'Usuarios',
  'find.items': 'Ejemplares',
  'find.titles': 'Títulos',
  'find.pages': 'Páginas',
} as const;

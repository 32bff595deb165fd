/** The search of staff above every page. */
export const find = {
  'find.name': 'Find anything',
  'find.label': 'Card, name, barcode or title',
  'find.results': 'What was found',
  'find.nothing': 'Nothing found yet.',
  'find.item': 'Item {number}',
  'find.search-titles': 'Search titles for “{text}”',
  'find.patrons': 'Patrons',
  'find.items': 'Items',
  'find.titles': 'Titles',
  'find.pages': 'Pages',
} as const;

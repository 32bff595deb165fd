/** The titles related to a record. */
export const related = {
  'related.editions': 'Other editions',
  'related.similar': 'Similar titles',
  'related.shelf': 'On the shelf beside it',
  'related.all-libraries': 'All libraries, in the order of call numbers',
  'related.covers': 'Covers:',
} as const;

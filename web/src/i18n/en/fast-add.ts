/** Items that a desk lends without a record, and the list of their brief records for cataloguers. */
export const fastAdd = {
  'fast-add.open': 'Add it and lend it now',
  'fast-add.title': 'Add an item without a record',
  'fast-add.meaning':
    'Only if this is an item of your library. Its brief record is hidden from patrons until a cataloguer has described it.',
  'fast-add.name': 'Title',
  'fast-add.author': 'Author',
  'fast-add.type': 'Type of item',
  'fast-add.location': 'Location',
  'fast-add.no-location': 'None',
  'fast-add.make': 'Add and lend',
  'fast-added.title': 'Fast-added records',
  'fast-added.meaning':
    'Brief records that your desks made to lend an item at once. Describe each from the item: when you save it, it is matched and shown to patrons.',
  'fast-added.none': 'No fast-added record waits.',
  'fast-added.since': 'Added at {branch} on {date}',
  'fast-added.describe': 'Describe it',
} as const;

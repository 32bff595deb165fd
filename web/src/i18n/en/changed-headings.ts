/** The headings that a load of authority records changed. */
export const changedHeadings = {
  'changed-headings.title': 'Headings changed by this load',
  'changed-headings.meaning':
    'Records have the old heading until you change them. You see each record before anything changes, and can undo the change.',
  'changed-headings.none': 'This load changed no heading.',
  'changed-headings.before': 'Old heading',
  'changed-headings.after': 'New heading',
  'changed-headings.records': 'Records',
  'changed-headings.change': 'Change records',
  'changed-headings.change-one': 'Change records with {heading}',
  'changed-headings.change-all': 'Change the records of these {count} headings',
  'changed-headings.reason': 'Headings changed by the load {file}',
} as const;

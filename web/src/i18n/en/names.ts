/** Names of shelving locations and item types. */
export const names = {
  'problem.directory-full': 'The names of all libraries together are too long: shorten them, or give fewer.',
  'names.title': 'Locations and item types',
  'names.meaning':
    'What patrons read on record pages for the codes that your items bear. A code without a name is shown as it is; renaming changes no item.',
  'names.library': 'Library',
  'names.not-yours': 'Administrators of a library name its locations.',
  'names.locations': 'Shelving locations',
  'names.itemTypes': 'Item types',
  'names.code': 'Code on items',
  'names.name': 'Name for patrons',
  'names.none': 'No code has a name yet: patrons read the codes.',
  'names.add': 'Add a name',
  'names.remove': 'Remove',
  'names.remove-one': 'Remove {code}',
  'names.of': '{what} {number}',
  'names.save': 'Save the names',
  'names.saved': 'The names are saved.',
  'names.leave': 'The names have changes that are not saved. Leave the page?',
} as const;

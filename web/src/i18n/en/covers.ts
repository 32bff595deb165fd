/** Providers of covers. */
export const covers = {
  'covers.title': 'Providers of covers',
  'covers.meaning':
    'Titles have drawn covers until you choose who is asked for real ones. Our servers ask in the order of the list and store the answers; browsers of readers ask nobody else.',
  'covers.not-yours': 'Administrators of the consortium choose the providers of covers.',
  'covers.providers': 'Asked in this order',
  'covers.none': 'No provider is chosen: all covers are drawn.',
  'covers.open-library': 'Open Library',
  'covers.open-library-meaning':
    'Covers by ISBN, OCLC number and LCCN, free of charge, at most 100 in five minutes from one address. It asks to be named with a link.',
  'covers.google-books': 'Google Books',
  'covers.google-books-meaning':
    'Covers by ISBN, free of charge within its daily quota. Its terms limit the storing of answers and ask to be named with a link.',
  'covers.address-provider': 'A provider by address',
  'covers.terms': 'Terms of {name}',
  'covers.name': 'Name, as pages show it',
  'covers.address': 'Address of a cover',
  'covers.address-meaning':
    "From your contract. '{isbn}' stands for the ISBN with 13 digits, '{isbn10}' for that with 10, '{size}' for “small” or “large”.",
  'covers.site': 'Page to which the name leads (optional)',
  'covers.first': 'Ask first: {name}',
  'covers.to-front': 'Ask first',
  'covers.remove': 'Remove',
  'covers.remove-one': 'Remove {name}',
  'covers.add-open-library': 'Add Open Library',
  'covers.add-google-books': 'Add Google Books',
  'covers.add-address': 'Add a provider by address',
  'covers.save': 'Save providers',
  'covers.saved': 'The providers are saved. New covers appear within minutes.',
  'covers.leave': 'The changed providers are not saved yet.',
} as const;

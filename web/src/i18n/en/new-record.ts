/** Writing a new record from a template. */
export const newRecord = {
  'new-record.title': 'New record',
  'new-record.meaning': 'Choose what it is: the editor opens with the codes and fields of that kind.',
  'new-record.meaning-fields':
    'Fields that stay empty are not saved. What is like it in the catalogue is shown before you save.',
  'new-record.book': 'Book',
  'new-record.book-meaning': 'A printed book in one volume or several',
  'new-record.ebook': 'E-book',
  'new-record.ebook-meaning': 'A book online, with its address',
  'new-record.serial': 'Magazine or journal',
  'new-record.serial-meaning': 'Whatever appears in issues, with its ISSN',
  'new-record.dvd': 'Film on DVD or Blu-ray',
  'new-record.dvd-meaning': 'A film or series on disc',
  'new-record.music': 'Music on CD',
  'new-record.music-meaning': 'A recording of music',
  'new-record.audiobook': 'Audiobook on CD',
  'new-record.audiobook-meaning': 'A book read aloud',
  'new-record.map': 'Map',
  'new-record.map-meaning': 'A printed map or plan, with its scale',
  'new-record.set': 'School set or kit',
  'new-record.set-meaning': 'Several things that are lent together, such as a class set or a game',
} as const;

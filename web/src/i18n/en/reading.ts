/** A patron’s reading history in the account. */
export const reading = {
  'reading.on':
    'Your reading history is on: items are listed once you have returned them. Only you see the list. Turning it off deletes it.',
  'reading.off':
    'Your reading history is off: what you borrowed is forgotten when you return it, unless a fee is open or the consortium keeps loans for some time.',
  'reading.turn-on': 'Turn the history on',
  'reading.turn-off': 'Turn the history off',
  'reading.off-sure': 'The list is deleted, and cannot be restored.',
  'reading.off-yes': 'Turn off and delete',
  'reading.turned-on': 'The reading history is on, for items that you return from now on.',
  'reading.turned-off': 'The reading history is off, and what may be deleted is deleted.',
  'reading.none': 'No loan is listed.',
  'reading.kept': 'These loans are still stored: a fee for them is open, or the consortium keeps loans for some time.',
  'reading.loan': '{branch}, borrowed {from}, returned {to}',
  'reading.until': 'deleted on {date}',
  'reading.untitled': 'An item that is no longer in the catalogue',
  'reading.more': 'Show earlier loans',
};

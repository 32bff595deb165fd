/** Texts of shipping by scan, from the list of interlibrary requests. */
export const shipScan = {
  'ship-scan.label': 'Ship by scan',
  'ship-scan.hint': 'Scan a copy of your library: it is shipped for the oldest request that it answers.',
  'ship-scan.done': '“{title}” is shipped to {library}.',
  'ship-scan.none':
    'No open request asks for item {barcode}. If it was asked for by title only, ship it on the page of its request.',
  'ship-scan.not-catalogued':
    'Your library has no item with the barcode {barcode}. Add the copy to its record first, then scan it again.',
  'ship-scan.add': 'Add a copy',
} as const;

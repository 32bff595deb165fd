/** Printing labels of items. */
export const labels = {
  'labels.title': 'Labels',
  'labels.meaning':
    'Labels for the spine, the pocket and the barcode of items, on sheets of A4 or on a roll. Print without margins and at full size.',
  'labels.barcodes': 'Barcodes',
  'labels.barcodes-meaning':
    'Scan one after another, or paste a list. Items are read after Enter or when you leave the field.',
  'labels.kind': 'Label',
  'labels.spine': 'Spine: call number',
  'labels.pocket': 'Pocket: title, call number, barcode',
  'labels.barcode': 'Barcode',
  'labels.layout': 'Labels on',
  'labels.a4-24': 'A4, 24 labels of 70 × 37 mm',
  'labels.a4-65': 'A4, 65 labels of 38 × 21 mm',
  'labels.roll-50': 'Roll, 50 × 30 mm',
  'labels.roll-25': 'Roll, 25 × 38 mm',
  'labels.first': 'Begin at label',
  'labels.print': '{count, plural, =0 {Print} one {Print one label} other {Print # labels}}',
  'labels.missing': 'No item has these barcodes: {barcodes}',
  'labels.failed': 'These barcodes could not be read: {barcodes}',
  'labels.cut': 'One print has {most, number} labels at most: the items after these are left out.',
  'labels.sheet': 'Sheet {number}',
  'labels.of-change': 'Print labels of these items',
} as const;

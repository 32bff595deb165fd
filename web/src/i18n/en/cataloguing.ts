/** The cataloguing start page, and the fields that a library protects from its imports. */
export const cataloguing = {
  'cataloguing.title': 'Cataloguing',
  'cataloguing.meaning':
    'Records are found in the catalogue: each has a way to the records of the members, to be edited, merged or split.',
  'loads.title': 'Loads',
  'loads.meaning': 'Files of records from your own system, and what came of each.',
  'mapping.title': 'Mapping of copies',
  'mapping.meaning': 'Which fields of your records hold their copies.',
  'protection.title': 'Protected fields',
  'protection.meaning':
    'What is edited here in these fields of your records stays when your own system loads the record anew. Every other edit is overwritten by the next load that brings something new.',
  'protection.none': 'No field is protected.',
  'protection.row': 'Protected field {tag}',
  'protection.which': 'Which fields',
  'protection.all': 'All with this tag',
  'protection.mark-5': 'Those with $5',
  'protection.mark-9': 'Those with $9',
  'protection.value': 'That says',
  'protection.any': 'anything',
  'protection.tag-wrong': 'A tag has three digits; X stands for any of them; LDR is the leader.',
  'protection.add': 'Add a field',
  'protection.remove': 'Take out',
  'protection.remove-of': 'Take out field {tag}',
  'protection.kept': 'Saved: later loads follow it.',
} as const;

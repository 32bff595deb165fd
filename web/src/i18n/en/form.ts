/** The faults of fields that are found before a form is sent. */
export const form = {
  'form.missing': 'Fill this in.',
  'form.too-short': '{bound, plural, one {At least # character.} other {At least # characters.}}',
  'form.too-long': '{bound, plural, one {At most # character.} other {At most # characters.}}',
  'form.too-small': 'At least {bound}.',
  'form.too-large': 'At most {bound}.',
  'form.no-fit': 'This is not in the expected form.',
};

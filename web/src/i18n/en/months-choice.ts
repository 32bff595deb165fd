/** The choice of the months and the library of a report. */
export const monthsChoice = {
  'months-choice.from': 'From',
  'months-choice.to': 'To',
  'months-choice.library': 'Library',
  'months-choice.all': 'All libraries',
} as const;

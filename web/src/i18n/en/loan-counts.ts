/** The page of loans counted from the archive of facts. */
export const loanCounts = {
  'loan-counts.title': 'Loans by month',
  'loan-counts.meaning':
    'Counted from the archive by the local day of each desk. “Initial checkouts” has first loans of the consortium’s own items, without equipment; “All circulation” has renewals and items borrowed from outside too. The two are never one number.',
  'loan-counts.library': 'Library',
  'loan-counts.month': 'Month',
  'loan-counts.checkouts': 'Initial checkouts',
  'loan-counts.circulation': 'All circulation',
  'loan-counts.persons': 'Persons',
  'loan-counts.none': 'No loans are in the archive for these months.',
  'problem.months-wrong': 'Choose a first month that is not after the last one, and at most 36 months.',
  'problem.narrow-the-period': 'This reads too much at once. Choose fewer months.',
} as const;

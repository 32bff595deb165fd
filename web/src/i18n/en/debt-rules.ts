/** The page of the rules for debts. */
export const debtRules = {
  'debt-rules.title': 'Rules for debts',
  'debt-rules.none-adopted': 'No limits have been adopted yet.',
  'debt-rules.accrued': 'Fines of overdue loans so far',
  'debt-rules.accrued-meaning':
    'The fine of an overdue loan is charged when the item is returned or renewed. Until then it may count in what a patron owes.',
  'debt-rules.count': 'Count in the limit of debts',
  'debt-rules.ignore': 'Do not count before they are charged',
  'debt-rules.adopt-meaning': 'The rules apply to all libraries. The limits themselves stay as they are.',
};

/** The page of the rules for holds. */
export const holdRules = {
  'hold-rules.title': 'Rules for holds',
  'hold-rules.none-adopted': 'No rules have been adopted. By default a checkout while others wait is: {rule}.',
  'hold-rules.others-wait': 'Checkout while others wait',
  'hold-rules.others-wait-meaning':
    'A patron wants to borrow an item that the hold of another patron could use, because it is on the shelf or on its way home.',
  'hold-rules.refuse': 'Refused',
  'hold-rules.ask': 'Refused, unless a supervisor overrides it with a reason',
  'hold-rules.ignore': 'Allowed',
  'hold-rules.adopt-meaning': 'The rules apply to all libraries. Other rules for holds stay as they are.',
};

/** The page of the rules for notices. */
export const noticeRules = {
  'notice-rules.title': 'Rules for notices',
  'notice-rules.none-adopted':
    'No rules have been adopted. By default a loan is announced 3 days before it is due, and 1, 7 and 14 days after.',
  'notice-rules.due-soon': 'Due soon, days before',
  'notice-rules.overdue': 'Overdue, days after',
  'notice-rules.overdue-hint': 'In ascending order, at most five: 1, 7, 14',
  'notice-rules.card': 'Card expires, days before',
  'notice-rules.digest': 'All in one e-mail, at hour',
  'notice-rules.digest-hint': '0 to 23. Empty: each notice at once',
  'notice-rules.letters': 'Letters',
  'notice-rules.letters-on': 'for patrons without e-mail',
  'notice-rules.letters-off': 'none',
  'notice-rules.own': 'Libraries with settings of their own',
  'notice-rules.none': 'none',
  'notice-rules.adopt-meaning':
    'The rules apply to all libraries that have no settings of their own. Texts are changed under Letters and notices.',
};

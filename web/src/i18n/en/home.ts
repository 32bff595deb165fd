/** What the home page shows under its search. */
export const home = {
  'home.library': 'Your library',
  'home.library-meaning': 'Its copies come first. You can choose none.',
  'home.no-library': 'No library chosen',
  'home.libraries': 'The libraries',
  'home.branches': '{count, plural, one {# branch} other {# branches}}',
  'home.on-request': 'Lends to others on request',
  'home.my-loans':
    '{count, plural, =0 {You have nothing on loan} one {You have # title on loan} other {You have # titles on loan}}',
  'home.my-late': '{count} overdue',
  'home.my-due': '{count} due today',
  'home.my-ready': '{count} ready to pick up',
  'home.new-at': 'New at {name}',
  'home.new': 'New in all libraries',
  'home.all-new': 'All new titles',
  'home.on-loan': 'On loan',
  'home.today-at': 'Today at {name}',
};

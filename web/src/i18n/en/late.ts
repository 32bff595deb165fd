/** The lists of overdue and lost loans and of expiring cards. */
export const late = {
  'late.title': 'Overdue and lost',
  'late.meaning':
    'What was lent here and what is ours and lent elsewhere. Look on the shelf first: what is scanned leaves the list.',
  'late.which': 'Which list',
  'late.overdue': 'Overdue',
  'late.lost': 'Lost',
  'late.cards': 'Cards that end',
  'late.of': 'Of',
  'late.branch': 'This branch',
  'late.member': 'The whole library',
  'late.overdue-count':
    '{count, plural, =0 {Nothing is overdue} one {# loan is overdue} other {# loans are overdue}}, as of {time}',
  'late.lost-count':
    '{count, plural, =0 {Nothing is lost} one {# loan is lost} other {# loans are lost}}, as of {time}',
  'late.cards-count':
    '{count, plural, =0 {No card ends} one {# card ends} other {# cards end}} within 30 days, as of {time}',
  'late.what': 'Title',
  'late.barcode': 'Barcode',
  'late.home': 'Belongs to',
  'late.patron': 'Patron',
  'late.of-elsewhere': 'Patron of {member}',
  'late.due': 'Due',
  'late.days': '{count, plural, =0 {due today} one {# day} other {# days}}',
  'late.since': 'Lost since',
  'late.charged': 'Charged',
  'late.card': 'Card',
  'late.category': 'Category',
  'late.ends': 'Last day',
} as const;

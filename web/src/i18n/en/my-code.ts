/** The code and badge of staff for shared desks. */
export const myCode = {
  'my-code.title': 'My code and badge',
  'my-code.meaning':
    'With these you sign in at the shared desks of your library in two seconds. Money above a limit, lists of many patrons, rules and administration still ask for the full sign-in.',
  'my-code.not-yours': 'Staff of a library set their code and badge here.',
  'my-code.of': 'Code and badge of {name}',
  'my-code.hand-over':
    'You can remove both; only the person makes a new code and sets a badge, after the full sign-in.',
  'my-code.code': 'Code',
  'my-code.badge': 'Badge',
  'my-code.none': 'none',
  'my-code.since': 'since {date}',
  'my-code.new': 'The new code. It is shown this once.',
  'my-code.make': 'Make a new code',
  'my-code.remove': 'Remove',
  'my-code.remove-code': 'Remove the code',
  'my-code.remove-badge': 'Remove the badge',
  'my-code.scan': 'Scan a badge',
  'my-code.scan-meaning':
    'The barcode of a staff card, 6 to 64 characters and not six digits. Whoever has the badge can use it: report a lost one.',
  'my-code.set-badge': 'Use this badge',
  'problem.only-the-person':
    'Only the person makes a code and sets a badge, after the full sign-in. You can remove both.',
  'problem.badge-taken': 'Another person of this library has this badge.',
} as const;

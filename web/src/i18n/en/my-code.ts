/** The code and badge of staff for shared desks. */
export const myCode = {
  'my-code.title': 'My code and badge',
  'my-code.meaning':
    'With these you sign in at the shared desks of your library in two seconds. Money above a limit, lists of many patrons, rules and administration still ask for the full sign-in.',
  'my-code.not-yours': 'Staff of a library set their code and badge here.',
  'my-code.of': 'Code and badge of {name}',
  'my-code.hand-over': 'Give a new code to the person only. Who did this is stored in the audit log.',
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
  'problem.badge-taken': 'Another person of this library has this badge.',
} as const;

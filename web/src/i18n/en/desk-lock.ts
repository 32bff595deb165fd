/** The lock of a shared desk, and its field for a badge or code. */
export const deskLock = {
  'desk-lock.title': 'Who is at the desk?',
  'desk-lock.last':
    '{name} was here last. What was typed stays for the same person; for another one the page begins anew.',
  'desk-lock.pass': 'Badge or code',
  'desk-lock.pass-meaning': 'Scan the badge, or type the six digits and Enter.',
  'desk-lock.show': 'Show the code',
  'desk-lock.sign-in': 'At this desk: {name}',
  'problem.pass-refused': 'Nobody who works at this branch has this badge or code.',
  'problem.desk-locked': 'Five wrong badges or codes: this desk takes none for a while. The full sign-in still works.',
  'problem.client-refused': 'This device is no shared desk any more. Sign in fully.',
  'problem.desk-clock': 'The clock of this computer is wrong. Set it, and try again.',
} as const;

/** The page of shared desks. */
export const sharedDesks = {
  'shared-desks.title': 'Shared desks',
  'shared-desks.meaning':
    'Computers of a branch on which staff change by badge or code. What is done there is stored with the person and the desk.',
  'shared-desks.library': 'Library',
  'shared-desks.not-yours': 'Administrators of a library look after its shared desks.',
  'shared-desks.none': 'No computer of this library is a shared desk.',
  'shared-desks.name': 'Name',
  'shared-desks.name-meaning': 'Where it is, for example “Checkout desk, left”.',
  'shared-desks.branch': 'Branch',
  'shared-desks.lock': 'Locks when not used for',
  'shared-desks.minutes': '{count, plural, one {# minute} other {# minutes}}',
  'shared-desks.enrolled': 'Enrolled',
  'shared-desks.used': 'Last used',
  'shared-desks.never': 'not yet',
  'shared-desks.state': 'State',
  'shared-desks.here': 'this computer',
  'shared-desks.this-device': 'This computer',
  'shared-desks.is-desk':
    'This computer is the shared desk “{name}”. It locks after {minutes} minutes without use, and at once by F9.',
  'shared-desks.enrol-meaning':
    'Enrol the computer that you are sitting at. It gets a key that cannot be copied from this browser; clearing the data of the browser removes it.',
  'shared-desks.enrol': 'Enrol this computer',
  'shared-desks.withdraw': 'Withdraw',
  'shared-desks.withdraw-one': 'Withdraw: {name}',
  'shared-desks.withdraw-title': 'Withdraw {name}',
  'shared-desks.withdraw-meaning':
    'Nobody signs in there by badge or code any more, and who is signed in is refused within a minute. Stored in the audit log.',
  'shared-desks.withdrawn': 'withdrawn {date}',
  'problem.bad-key': 'This browser made no key that fits. Use a current browser.',
  'problem.desk-unknown': 'This library has no such desk.',
} as const;

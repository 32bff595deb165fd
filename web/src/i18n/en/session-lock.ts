/** The lock of a page whose session expired. */
export const sessionLock = {
  'session-lock.title': 'Your session has ended',
  'session-lock.meaning':
    'What you wrote is still here. Sign in again, and this page continues where it was. For another person it begins anew.',
  'session-lock.open': 'Sign in in another tab',
  'session-lock.leave': 'Leave this page and discard what was written',
} as const;

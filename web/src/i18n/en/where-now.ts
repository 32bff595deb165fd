/** Where the copies of a record are now. */
export const whereNow = {
  'where-now.in': 'On the shelf at {name}',
  'where-now.all-out': 'All copies are out',
  'where-now.sent': 'Have it sent to your branch, or fetch it there.',
  'where-now.queue': 'Place a hold: it is yours when a copy comes back.',
  'where-now.copies': '{in, number} of {count, number} in',
} as const;

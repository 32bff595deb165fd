import { filesOf } from '../../../layers/platform/objects/stored-files.ts';

/** The files of patrons in the bucket. */
export const files = filesOf({
  // More than a year, so that a backup of the table may exist for a year; point-in-time recovery reaches back 35 days.
  erasures: {
    prefix: 'erasures/',
    holds: 'Erased patrons, by random ids, so that a restore of the table erases them again',
    personal: { patron: 'To erase again whom a restore of the table brings back (an id and the instant)' },
    days: 400,
  },
});

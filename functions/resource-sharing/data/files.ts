import { filesOf } from '../../../layers/platform/objects/stored-files.ts';
import { COPY_FILE_DAYS } from '../domain/copies/loan-document.ts';

/** The files of resource sharing in the bucket. */
export const files = filesOf({
  // Copies are deleted by their own schedule; the lifecycle rule deletes what it missed.
  copies: {
    prefix: 'ill-copies/',
    holds: 'Copies that libraries sent each other',
    personal: 'none',
    days: COPY_FILE_DAYS,
    sooner: 'the end of its link',
  },
  // Slips are generated again whenever staff print them.
  slips: {
    prefix: 'ill-slips/',
    holds: 'Slips for the shelves and for parcels',
    personal: { outsider: 'Where a partner wants a parcel sent' },
    days: 1,
  },
});

import { filesOf } from '../../../layers/platform/objects/stored-files.ts';

/** The files of notices in the bucket. */
export const files = filesOf({
  // A letter is generated again for every printing.
  letters: {
    prefix: 'letters/',
    holds: 'Printed letters of a batch',
    personal: { patron: 'To send letters by post' },
    days: 1,
    sooner: 'the erasure of a patron of the batch',
  },
});

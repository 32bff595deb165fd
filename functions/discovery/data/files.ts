import { filesOf } from '../../../layers/platform/objects/stored-files.ts';

/** The files of discovery that the bucket deletes after some days: what providers of covers answered. */
export const files = filesOf({
  pictures: { prefix: 'cover-pictures/', holds: 'Covers that providers gave', personal: 'none', days: 60 },
  misses: { prefix: 'cover-misses/', holds: 'That no provider had a cover', personal: 'none', days: 7 },
});

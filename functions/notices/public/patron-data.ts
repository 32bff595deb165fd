import type { PatronData } from '../../patrons/public/patron-data.ts';
import { forgetLetters } from '../data/letter-store.ts';

/** Notices and letters, when a patron is erased or merged. Notices move first, so that no bill is reported twice. */
export const patronData: PatronData = {
  deleteFiles: forgetLetters,
  ownRows: { notice: { order: 'first' } },
};

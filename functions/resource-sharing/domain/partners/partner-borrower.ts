import type { Borrower } from '../../../circulation/public/policies.ts';

/** The patron category by which loan rules judge loans to partners. */
export const OUTSIDE_CATEGORY = 'interlibrary-loan';

/** A partner as a borrower, with the fields that the lending rules need. */
export const borrowerOf = (partnerId: string): Borrower => ({ homeMember: partnerId, category: OUTSIDE_CATEGORY });

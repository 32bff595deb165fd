import type { Borrower } from '../../../circulation/public/policies.ts';

/** The patron category under which loan rules judge what is lent to a library outside. */
export const OUTSIDE_CATEGORY = 'interlibrary-loan';

/** A partner as a borrower, as far as the rules of lending ask. */
export const borrowerOf = (partnerId: string): Borrower => ({ homeMember: partnerId, category: OUTSIDE_CATEGORY });

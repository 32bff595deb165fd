import { claims } from '../../../items/public/hold-claims.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import { type Finding, finding } from '../decisions/findings.ts';
import { holdsPolicyOf } from '../decisions/policies.ts';
import { holdForCopy, type Scan } from '../holds/best-hold.ts';
import { mayBecomeAvailable } from '../items/copies.ts';
import type { CheckoutRequest } from './checkout-request.ts';
import { isInterlibraryItem } from './interlibrary-item.ts';

/** A copy that is about to leave its shelf for a borrower. */
export type Leaving = Pick<CheckoutRequest, 'item' | 'branchId' | 'at' | 'policies' | 'claim' | 'agreed'> & {
  patron: Pick<PatronStatus, 'patronId'>;
};
/** The holds that could use the copy, where they were read, and those whose patrons may not get one now. */
export type WaitingHolds = Pick<CheckoutRequest, 'waiting' | 'stopped'>;

/**
 * Returns whether a checkout may take a copy from holds that wait for its title: not a copy that is on loan, set aside for one hold, or on
 * an interlibrary loan, each of which other checks decide, nor one that fills no hold; and not when the consortium ignores who waits.
 */
export const couldServeOthers = ({ item, branchId, policies, claim, agreed }: Leaving): boolean => {
  if (holdsPolicyOf(policies).othersWait === 'ignore' || agreed !== undefined) return false;
  if (item.loan !== undefined || item.recordId === undefined || isInterlibraryItem(item, branchId)) return false;
  if (!mayBecomeAvailable(item) && item.state !== 'missing') return false;
  // A claim that was read and has ended leaves the copy to the queue.
  return item.hold === undefined || (claim !== undefined && !claims(claim, item.itemId));
};

/** Returns the scan by which holds compete for a copy that is about to be lent. */
export const lendingScan = ({ item, patron, branchId, at, policies }: Leaving): Scan => ({
  ...{ item, branchId, at, policies },
  lendTo: patron.patronId,
});

/**
 * Checks that no hold of another patron comes before this checkout, or before the library that the copy is sent to: the copy is on its
 * shelf or travels home, and a check-in would set it aside for that hold. The patron's own hold, where it is first, permits the loan.
 */
export const othersWait = (request: Leaving & WaitingHolds): Finding<'others-wait'>[] => {
  const { patron, waiting, stopped, policies } = request;
  if (waiting === undefined || !couldServeOthers(request)) return [];
  const first = holdForCopy({ ...lendingScan(request), ...(stopped && { stopped }) }, waiting);
  const free = first === undefined || first.patronId === patron.patronId;
  return [
    {
      ...finding(
        'others-wait',
        free,
        free ? 'No hold of another patron comes first' : 'A hold of another patron waits',
      ),
      ...(holdsPolicyOf(policies).othersWait === 'refuse' && { overridable: false }),
    },
  ];
};

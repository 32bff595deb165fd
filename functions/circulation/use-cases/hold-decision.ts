import type { Branch } from '../../../layers/kernel/membership/branch.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { CirculationStores, Consistency } from '../data/circulation-stores.ts';
import { decidePlaceHold, type PlaceHoldRequest } from '../domain/place-hold.ts';
import { type CirculationPolicies, holdsPolicyOf } from '../domain/policies.ts';
import { findPatron, ownHoldsOn, type PatronRef } from './find.ts';
import { readWish, timesOf, type Wished } from './hold-wish.ts';
import { refuseClosed } from './opened.ts';
import { overdueOf } from './overdue-of.ts';

/** A hold as asked for, by whom, where and under which policies. `now` in epoch ms. */
export type AskedHold = {
  holdId: string;
  who: PatronRef;
  body: Wished & { branchId?: string | undefined };
  branch: Pick<Branch, 'branchId' | 'calendar' | 'pickup'>;
  policies: CirculationPolicies;
  now: number;
};

/** What placing a hold comes to on the records as read, placed or only explained; with the patron and the records whose queue it joins. */
export const holdDecision = async (house: CirculationStores, asked: AskedHold, reading: Consistency) => {
  const { holdId, who, body, branch, policies, now } = asked;
  const at = iso(now);
  // The patron first: what is lent to or held for him meanwhile is seen in the copies and the queue, or fails the write.
  const patron = await findPatron(house, who, reading);
  if ('refused' in patron) return patron;
  const wish = await readWish(house, body, patron.homeMember, reading);
  if ('refused' in wish) return wish;
  const closed = body.branchId !== undefined && (await refuseClosed(house, patron, body.branchId, now));
  if (closed) return closed;
  const { recordIds, ...wanted } = wish;
  const { branchId, calendar, pickup: allowsPickup } = branch;
  const request: PlaceHoldRequest = {
    ...{ holdId, patron, at, policies, ...wanted, ...timesOf(calendar, body, at) },
    ownHolds: await ownHoldsOn(house, patron, recordIds, reading),
    pickup: { branchId, allowsPickup, calendar },
    ...(await overdueOf(house, patron, holdsPolicyOf(policies).maxOverdue, at)),
  };
  return { decision: decidePlaceHold(request), request, patron, recordIds };
};

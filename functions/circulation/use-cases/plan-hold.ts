import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Branch } from '../../membership/public/branch.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { CirculationStores, Consistency } from '../data/circulation-stores.ts';
import type { Channel } from '../domain/decisions/channel.ts';
import { type CirculationPolicies, holdsPolicyOf, policiesFor } from '../domain/decisions/policies.ts';
import { decidePlaceHold, type PlaceHoldRequest } from '../domain/holds/place-hold.ts';
import { choosingFor } from './choose-copies.ts';
import { type ChooseCopies, type HoldRequest, loadHoldRequest, timesOf } from './load-hold-request.ts';
import { patronHolds } from './load-item-holds.ts';
import { loadOpenLoans } from './load-open-loans.ts';
import { refuseClosedRecord } from './refuse-closed-record.ts';
import { type PatronRef, resolvePatron } from './resolve-patron.ts';

/** A requested hold: actor, branch and policies. `now` in epoch ms. */
export type HoldToPlan = {
  holdId: string;
  who: PatronRef;
  body: HoldRequest & { branchId?: string | undefined };
  branch: Pick<Branch, 'branchId' | 'calendar' | 'pickup'>;
  policies: CirculationPolicies;
  channel?: Channel;
  now: number;
  /** Returns whether a decision on some of the copies suffices. Without it all copies are read. */
  suffices?: (decision: ReturnType<typeof decidePlaceHold>) => boolean;
};

/**
 * Decides on the records as read whether a hold can be placed, to place or only to explain it; returns the patron with all open
 * holds and the records of its queue as well. Reads some copies first where a decision on them suffices: a popular title has hundreds.
 */
export const planHold = async (deps: CirculationStores, asked: HoldToPlan, reading: Consistency) => {
  const { who, branch, policies, suffices } = asked;
  // The patron is read first: later loans and holds of the patron are then in the copies and the queue, or fail the write.
  const patron = await resolvePatron(deps, who, reading);
  if ('refused' in patron) return patron;
  const choose = suffices && choosingFor(deps, { patron, pickupBranch: branch.branchId }, policies, reading);
  const planned = await planFor(deps, { ...asked, patron, choose }, reading);
  if ('refused' in planned || !planned.request.sampled || suffices?.(planned.decision)) return planned;
  return planFor(deps, { ...asked, patron }, reading);
};

const planFor = async (
  deps: CirculationStores,
  asked: HoldToPlan & { patron: PatronStatus; choose?: ChooseCopies | undefined },
  reading: Consistency,
) => {
  const { holdId, body, branch, channel, now, patron, choose } = asked;
  const policies = policiesFor(asked.policies, patron);
  const at = iso(now);
  const holdRequest = await loadHoldRequest(deps, { input: body, member: patron.homeMember, choose }, reading);
  if ('refused' in holdRequest) return holdRequest;
  const closed = body.branchId !== undefined && (await refuseClosedRecord(deps, patron, body.branchId, now));
  if (closed) return closed;
  const { recordIds, ...wanted } = holdRequest;
  const { branchId, calendar, pickup: allowsPickup } = branch;
  const own = await patronHolds(deps, patron, recordIds, reading);
  const request: PlaceHoldRequest = {
    ...{ holdId, patron, at, policies, ...(channel && { channel }), ...wanted, ...timesOf(calendar, body, at) },
    ownHolds: own.here,
    pickup: { branchId, allowsPickup, calendar },
    ...(await loadOpenLoans(deps, patron, { policies, maxOverdue: holdsPolicyOf(policies).maxOverdue, now })),
  };
  return { decision: decidePlaceHold(request), request, patron, recordIds, openHolds: own.all };
};

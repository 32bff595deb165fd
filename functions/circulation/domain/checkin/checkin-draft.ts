import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Fact, FactName } from '../../../items/public/facts.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { claims } from '../../../items/public/hold-claims.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Transit } from '../../../items/public/transit.ts';
import { type Decided, nothingYet } from '../decisions/decision.ts';
import type { Because } from '../decisions/next-step.ts';
import { movementOf } from '../decisions/policies.ts';
import { areTogether, type Errand } from '../items/movement-rules.ts';
import { asInterlibraryItem } from '../loans/interlibrary-item.ts';
import type { CheckinRequest } from './checkin-request.ts';

/** A check-in in progress: the resulting item and the decisions so far. Each step of C1 changes it in turn. */
export type Draft = {
  request: CheckinRequest;
  item: ItemCirculation;
  out: Decided;
  /** The hold that this copy is reserved for, if it is still open (C8: a cancelled one is not). */
  claim: Hold | undefined;
  /** The branch of the item after the scan: here, or a branch in the same building (C14). */
  standsAt: string;
  /** The transit that ended here. */
  arrived?: Transit;
  /** The reason why the item stays or goes. */
  because: Because;
};

/** Starts a check-in. */
export const newDraft = (request: CheckinRequest): Draft => ({
  request: asInterlibraryItem(request),
  item: request.item,
  out: nothingYet(),
  claim: claims(request.claim, request.item.itemId) ? request.claim : undefined,
  standsAt: request.branchId,
  because: 'set-aside',
});

/** Returns whether a branch is the scanning branch, or in the same building for this errand (C14). */
export const isHere = ({ request }: Draft, branchId: string, on: Errand): boolean =>
  areTogether(movementOf(request.policies), request.branchId, branchId, on);

/** Returns a fact of this check-in. */
export const fact = ({ request }: Draft, name: FactName, more: Partial<Fact> = {}): Fact => ({
  name,
  at: request.at,
  members: { owner: request.item.memberId, desk: memberOfBranch(request.branchId) },
  itemId: request.item.itemId,
  branchId: request.branchId,
  ...more,
});

/** Removes the transit from the item and adds the fact that states how it ended. */
export const endTransit = (draft: Draft, how: 'item-received' | 'transit-cancelled'): void => {
  const { transit, ...rest } = draft.item;
  if (transit === undefined) return;
  draft.item = rest;
  draft.out.facts.push(fact(draft, how, { detail: { from: transit.from, to: transit.to, purpose: transit.purpose } }));
};

/** Removes the hold's claim from the item. */
export const dropClaim = (draft: Draft): void => {
  const { hold: _hold, ...rest } = draft.item;
  draft.item = rest;
};

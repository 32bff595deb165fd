import type { Hold } from '../../../items/public/hold.ts';
import { isOver } from '../../../items/public/hold-is-over.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { type Decision, nothingYet } from '../decisions/decision.ts';
import { type Finding, finding, refusalsIn } from '../decisions/findings.ts';
import type { CirculationPolicies } from '../decisions/policies.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { mayBecomeAvailable } from '../items/copies.ts';
import { canFill, hasPlace } from './hold-queue.ts';
import { releasePage } from './target-hold.ts';

/** A request to bind a hold to another copy of its title. */
export type MoveHoldRequest = {
  hold: Hold;
  to: ItemCirculation;
  /** All copies of the hold's record. */
  items: readonly ItemCirculation[];
  policies: CirculationPolicies;
  at: string;
};

/**
 * Decides that a waiting hold is bound to this copy only, at its place in the queue. Refuses a copy of another title and the copy that
 * it already requests (C63). A copy paged for it is released immediately.
 */
export const decideMoveHold = ({
  hold,
  to,
  items,
  policies,
  at,
}: MoveHoldRequest): Decision<RefusalFor<'moveHold'>> => {
  const { part: _part, editions: _editions, formats: _formats, editionsAt: _looked, ...named } = hold;
  // The hold no longer needs the copy that was recalled for it; its new copy may be recalled in turn (C63).
  const { recalledItemId: _recalled, ...rest } = named;
  const bound: Hold = { ...rest, itemId: to.itemId };
  const waits = hasPlace(hold);
  const isOfTitle = items.some(({ itemId }) => itemId === to.itemId);
  const isOther = hold.itemId !== to.itemId;
  const findings: Finding<RefusalFor<'moveHold'>>[] = [
    finding('hold-over', !isOver(hold), `The hold is ${hold.state}`),
    finding('hold-wrong-state', isOver(hold) || waits, `The hold is ${hold.state}`),
    finding('move-other-title', isOfTitle, isOfTitle ? 'A copy of its title' : 'No copy of its title'),
    finding('move-same-item', isOther, isOther ? 'It is not bound to this copy' : 'It is bound to this copy'),
    finding('item-wrong-state', mayBecomeAvailable(to), `The copy is ${to.state}`),
    finding('copy-cannot-fill', canFill(to, bound, policies), 'By the loan rule of this copy'),
  ];
  const explain = { checks: findings };
  const refused = refusalsIn(findings);
  if (refused.length > 0) return { refused, explain };
  const out = nothingYet();
  const { targetItemId, targetedAt: _at, lookAt: _look, hopelessSince: _hopeless, ...waiting } = bound;
  const keeps = targetItemId === to.itemId;
  const state = hold.state === 'targeted' && !keeps ? 'placed' : hold.state;
  const after: Hold = keeps ? { ...bound, v: hold.v + 1 } : { ...waiting, state, v: hold.v + 1 };
  out.changes.holds.push({ after, expect: hold.v });
  const old = items.find(({ itemId }) => itemId === targetItemId);
  const freedCopy = old && !keeps ? releasePage(old, hold.holdId) : undefined;
  if (old && freedCopy) {
    out.changes.item = { after: freedCopy, expect: old.v };
    const copy = { itemId: old.itemId, copyBranch: old.currentBranch };
    out.changes.resets = [{ holdId: hold.holdId, at, v: after.v, reason: 'moved', ...copy }];
  }
  const { holdId, patronId, patronMember, pickupBranch: branchId } = hold;
  const about = { at, members: { patron: patronMember }, holdId, patronId, branchId };
  out.facts.push({ name: 'hold-changed', ...about, detail: { to: to.itemId } });
  return { ...out, explain };
};

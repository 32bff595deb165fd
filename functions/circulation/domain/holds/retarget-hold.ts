import { millis } from '../../../../layers/kernel/calendar/days.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { type Decided, type Decision, nothingYet } from '../decisions/decision.ts';
import { type Finding, finding, refusalsIn } from '../decisions/findings.ts';
import type { CirculationPolicies } from '../decisions/policies.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { decideEndHold } from './end-hold.ts';
import type { HoldReset, ResetReason } from './hold-reset.ts';
import { chooseCopies, type TargetChoice } from './target-choice.ts';
import { contextOf, decideTargetHold, type Looked, page, pagedHold, releasePage, waitingHold } from './target-hold.ts';

/** The reason why a hold's copy is released, where and with which note (C48). `soft` retains a copy that may still fill the hold (C37). */
export type Giving = { reason: ResetReason; branchId?: string; note?: string; soft?: boolean };

type Choosing = {
  hold: Hold;
  items: readonly ItemCirculation[];
  policies: CirculationPolicies;
  at: string;
  looked?: Looked;
};
type TargetDecision = Decision<RefusalFor<'targetHold'>> & { choice: TargetChoice };

const resetOf = ({ hold, items, at }: Choosing, { reason, branchId, note }: Giving): HoldReset => {
  const copy = items.find(({ itemId }) => itemId === hold.targetItemId);
  return {
    ...{ holdId: hold.holdId, at, v: hold.v + 1, reason },
    ...(hold.targetItemId !== undefined && { itemId: hold.targetItemId }),
    ...(copy && { copyBranch: copy.currentBranch }),
    ...(branchId !== undefined && { branchId }),
    ...(note !== undefined && { note }),
  };
};

/** Ends a hold with too many attempts as unfilled (C46); its paged copy is released. */
const endUnfilled = ({ hold, items, at }: Choosing, choice: TargetChoice): TargetDecision => {
  const item = items.find(({ itemId }) => itemId === hold.targetItemId);
  const ended = decideEndHold({ hold, cause: 'expired-unfilled', reason: 'max-loops', at, ...(item && { item }) });
  if (!('refused' in ended)) return { ...ended, choice };
  return {
    refused: [{ code: 'hold-wrong-state', detail: `The hold is ${hold.state}` }],
    explain: ended.explain,
    choice,
  };
};

const outcome = (choosing: Choosing, choice: TargetChoice, at: string): Decided => {
  const { hold, items, policies, looked = {} } = choosing;
  const best = items.find(({ itemId }) => itemId === choice.ranked[0]?.itemId);
  const out = nothingYet();
  if (best && best.itemId === hold.targetItemId && best.state === 'paged') {
    // No other copy is available: the same one is paged again.
    out.changes.holds.push({ after: pagedHold(hold, best.itemId, policies, at), expect: hold.v });
    return out;
  }
  if (best) page(out, hold, best, contextOf(policies, at, looked));
  else out.changes.holds.push({ after: waitingHold(hold, choice.lookAt), expect: hold.v });
  const old = items.find(({ itemId }) => itemId === hold.targetItemId);
  const freedCopy = old && releasePage(old, hold.holdId);
  // In the same write as the new page: a copy never stays paged for a hold that targets another one.
  if (old && freedCopy) out.changes.freedCopy = { after: freedCopy, expect: old.v };
  return out;
};

/**
 * Decides that a targeted hold releases its copy and another is paged, or the same again when there is no other; the released copy is
 * logged as unfilled, with the reason (C37, C48). A soft retarget changes nothing while the copy may still be fetched. Refuses a hold
 * that is not targeted.
 */
export const decideRetargetHold = (choosing: Choosing, giving: Giving): TargetDecision => {
  const { hold, items, policies, at, looked = {} } = choosing;
  const context = contextOf(policies, at, looked);
  const before = chooseCopies(hold, items, context);
  const findings: Finding<RefusalFor<'targetHold'>>[] = [
    finding('hold-wrong-state', hold.state === 'targeted', `The hold is ${hold.state}`),
  ];
  const explain = { checks: findings };
  const refused = refusalsIn(findings);
  if (refused.length > 0) return { refused, explain, choice: before };
  if (giving.soft && before.ranked.some(({ itemId }) => itemId === hold.targetItemId)) {
    return { ...nothingYet(), explain, choice: before };
  }
  const reset = resetOf(choosing, giving);
  const choice = chooseCopies(hold, items, { ...context, resets: [...context.resets, reset] });
  const decision = choice.exhausted
    ? endUnfilled(choosing, choice)
    : { ...outcome(choosing, choice, at), explain, choice };
  if ('refused' in decision) return decision;
  return { ...decision, changes: { ...decision.changes, resets: [reset] } };
};

/** Returns whether the targeter has work for a hold at an instant: it waits for a copy, or its page timed out. */
export const wantsTarget = (hold: Hold, at: string): boolean =>
  hold.state === 'placed' ||
  (hold.state === 'targeted' && hold.lookAt !== undefined && millis(hold.lookAt) <= millis(at));

/**
 * Decides the targeter's action for a hold: pages a copy, retargets a hold with a timed-out page, or ends one with too many attempts
 * (C46).
 */
export const decideTarget = (choosing: Choosing): TargetDecision => {
  const { hold, items, policies, at, looked } = choosing;
  if (hold.state === 'targeted') return decideRetargetHold(choosing, { reason: 'timed-out' });
  const decision = decideTargetHold(hold, items, policies, at, looked);
  return hold.state === 'placed' && decision.choice.exhausted ? endUnfilled(choosing, decision.choice) : decision;
};

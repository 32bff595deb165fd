import { instant, millis } from '../../../../layers/kernel/calendar/days.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Decided, Decision } from '../decisions/decision.ts';
import { nothingYet } from '../decisions/decision.ts';
import { type Finding, finding, refusalsIn } from '../decisions/findings.ts';
import { type CirculationPolicies, targetingOf } from '../decisions/policies.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { chooseCopies, type TargetChoice, type TargetContext } from './target-choice.ts';

/** The data that the targeter needs besides copies and policies; without it no branch is busy, closed or tried before. */
export type Looked = Partial<Omit<TargetContext, 'policies' | 'at'>>;

/** Returns the context of a choice from what was looked up. */
export const contextOf = (policies: CirculationPolicies, at: string, looked: Looked): TargetContext => ({
  policies,
  at,
  resets: looked.resets ?? [],
  openPages: looked.openPages ?? (() => 0),
  calendarOf: looked.calendarOf ?? (() => undefined),
  stopped: looked.stopped ?? false,
});

/** Returns a hold that waits without a copy, with the time of its next check if there is one. */
export const waitingHold = (hold: Hold, lookAt: string | undefined): Hold => {
  const { targetItemId: _item, targetedAt: _at, lookAt: _look, ...rest } = hold;
  return { ...rest, state: 'placed', ...(lookAt !== undefined && { lookAt }), v: hold.v + 1 };
};

/** Returns the hold with a page of a copy that starts now; the page times out by the policy (C37). */
export const pagedHold = (hold: Hold, itemId: string, policies: CirculationPolicies, at: string): Hold => {
  const { pageMinutes } = targetingOf(policies);
  const { lookAt: _look, ...rest } = hold;
  return {
    ...rest,
    state: 'targeted',
    targetItemId: itemId,
    targetedAt: at,
    ...(pageMinutes > 0 && { lookAt: instant(millis(at) + pageMinutes * 60_000) }),
    v: hold.v + 1,
  };
};

/** Adds the page of a copy to a decision: the copy is reserved for the hold (C38), and the hold names it. */
export const page = (out: Decided, hold: Hold, target: ItemCirculation, context: TargetContext): void => {
  const { holdId, patronId, pickupBranch, patronMember } = hold;
  const { policies, at } = context;
  out.changes.holds.push({ after: pagedHold(hold, target.itemId, policies, at), expect: hold.v });
  out.changes.item = {
    after: { ...target, state: 'paged', hold: { holdId, patronId, pickupBranch }, v: target.v + 1 },
    expect: target.v,
  };
  const members = { owner: target.memberId, patron: patronMember };
  const about = { holdId, patronId, itemId: target.itemId, branchId: target.currentBranch };
  out.facts.push({ name: 'hold-targeted', at, members, ...about });
};

/** Returns whether the time of the next check must be written: none is set, it would be earlier, or none is needed any more. */
const looksAnew = ({ lookAt: known }: Hold, wanted: string | undefined, at: string): boolean => {
  if (wanted === undefined || known === undefined) return wanted !== known;
  return millis(known) <= millis(at) || millis(wanted) < millis(known);
};

/**
 * Decides the targeting of a hold: the best copy is paged, the hold names it. Takes all copies of the record; those that may not fill
 * this hold are skipped. When none can be paged but a branch opens or a stall ends, only the next check is set. Refuses a hold that does
 * not wait, and when no copy is on its shelf.
 */
export const decideTargetHold = (
  hold: Hold,
  items: readonly ItemCirculation[],
  policies: CirculationPolicies,
  at: string,
  looked: Looked = {},
): Decision<RefusalFor<'targetHold'>> & { choice: TargetChoice } => {
  const context = contextOf(policies, at, looked);
  const choice = chooseCopies(hold, items, context);
  const target = items.find(({ itemId }) => itemId === choice.ranked[0]?.itemId);
  const waitsOn = looksAnew(hold, choice.lookAt, at);
  const findings: Finding<RefusalFor<'targetHold'>>[] = [
    finding('hold-wrong-state', hold.state === 'placed', `The hold is ${hold.state}`),
    finding(
      'item-wrong-state',
      target !== undefined || waitsOn,
      target ? 'A copy can be paged' : 'No copy can be paged now',
    ),
  ];
  const explain = { checks: findings };
  const refused = refusalsIn(findings);
  if (refused.length > 0) return { refused, explain, choice };
  const out = nothingYet();
  if (target) page(out, hold, target, context);
  else out.changes.holds.push({ after: waitingHold(hold, choice.lookAt), expect: hold.v });
  return { ...out, explain, choice };
};

/**
 * Returns a copy released from a stale page (`Changes.pageToRelease`): available again if it is still paged for that hold; otherwise
 * undefined.
 */
export const releasePage = (item: ItemCirculation, holdId: string): ItemCirculation | undefined => {
  if (item.state !== 'paged' || item.hold?.holdId !== holdId) return undefined;
  const { hold: _hold, ...rest } = item;
  return { ...rest, state: 'available', v: item.v + 1 };
};

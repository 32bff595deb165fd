import { type Decision, nothingYet } from './decision.ts';
import { type Finding, finding, refusalsIn } from './findings.ts';
import { type Hold, isOver } from './hold.ts';
import type { ItemCirculation } from './item-circulation.ts';
import type { RefusalFor } from './refusals.ts';
import { releasePage } from './target-hold.ts';

/** How a hold ends without its copy. */
export type EndCause = 'cancelled' | 'expired-unfilled' | 'expired-on-shelf';

export type EndHoldRequest = {
  hold: Hold;
  /** The copy that it targets, if any. */
  item?: ItemCirculation;
  cause: EndCause;
  /** Why, as a code: `by-patron`, `by-staff`, `not-fetched`. */
  reason: string;
  at: string;
};

const endable = (hold: Hold, cause: EndCause): boolean => {
  if (cause === 'cancelled') return true;
  return cause === 'expired-on-shelf'
    ? hold.state === 'on-shelf'
    : ['placed', 'frozen', 'targeted'].includes(hold.state);
};

/** Ends a hold by expiry or cancelling: `decideCancelHold` for all causes. Refuses one that is over or not in the state for its cause. */
export const decideEndHold = ({ hold, item, cause, reason, at }: EndHoldRequest): Decision<RefusalFor<'endHold'>> => {
  const findings: Finding<RefusalFor<'endHold'>>[] = [
    finding('hold-over', !isOver(hold), `The hold is ${hold.state}`),
    finding('hold-wrong-state', isOver(hold) || endable(hold, cause), `The hold is ${hold.state}`),
  ];
  const explain = { checks: findings };
  const refused = refusalsIn(findings);
  if (refused.length > 0) return { refused, explain };
  const { holdId, patronId, patronMember, pickupBranch } = hold;
  const out = nothingYet();
  out.changes.holds.push({
    after: { ...hold, state: cause, ended: { at, cause: reason }, v: hold.v + 1 },
    expect: hold.v,
  });
  out.changes.patrons.push({ patronId, add: { holds: -1 }, limits: [] });
  const about = { at, members: { patron: patronMember }, holdId, patronId, branchId: pickupBranch };
  out.facts.push({ name: 'hold-ended', ...about, detail: { cause, reason } });
  // A captured copy stays where it is: its claim is stale now, and the next scan sends it on (C8).
  if (hold.state === 'on-shelf' && item) out.facts.push({ name: 'shelf-to-clear', ...about, itemId: item.itemId });
  const freed = item && releasePage(item, holdId);
  if (item && freed) out.changes.item = { after: freed, expect: item.v };
  return { ...out, explain };
};

/** Cancels a hold in whatever state, unless it is over. A paged copy is free at once; a captured one at its next scan. */
export const decideCancelHold = (request: Omit<EndHoldRequest, 'cause'>): Decision<RefusalFor<'endHold'>> =>
  decideEndHold({ ...request, cause: 'cancelled' });

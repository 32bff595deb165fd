import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { isOver } from '../../../items/public/hold-is-over.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { type Shelf, shelfAfter } from '../checkin/shelf-after.ts';
import { type Decided, type Decision, nothingYet } from '../decisions/decision.ts';
import { type Finding, finding, refusalsIn } from '../decisions/findings.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { releasePage } from './target-hold.ts';

/** How a hold ends without its copy. */
export type EndCause = 'cancelled' | 'expired-unfilled' | 'expired-on-shelf';

export type EndHoldRequest = {
  hold: Hold;
  /** The target copy, if any. */
  item?: ItemCirculation;
  cause: EndCause;
  /** The reason as a code: `by-patron`, `by-staff`, `not-fetched`, `not-needed`. */
  reason: string;
  at: string;
  /** The other waiting holds and the policies: required to pass a copy on the shelf to the next hold (C58, C59). */
  shelf?: Shelf;
};

const endable = (hold: Hold, cause: EndCause): boolean => {
  if (cause === 'cancelled') return true;
  return cause === 'expired-on-shelf'
    ? hold.state === 'on-shelf'
    : ['placed', 'frozen', 'targeted'].includes(hold.state);
};

/** Passes a copy on the hold shelf to the next hold, or reports to its library that it is to be cleared. */
const giveOn = (out: Decided, { hold, item, shelf, at }: EndHoldRequest): void => {
  if (hold.state !== 'on-shelf' || item === undefined) return;
  const next = shelf && item.hold?.holdId === hold.holdId ? shelfAfter(hold, item, shelf, at) : undefined;
  const { itemId, currentBranch: branchId, memberId: owner } = item;
  // Attributed to the library that has the copy: neither its owner nor the next patron's library can remove it from this shelf (C59).
  const about = { at, members: { owner, desk: memberOfBranch(branchId) }, itemId, branchId };
  if (next === undefined) {
    // It stays on the shelf: its claim is now stale, and the next scan sends it on (C8).
    if (item.hold?.holdId === hold.holdId && item.hold.shelfExpiresAt !== undefined && item.hold.shelfExpiresAt > at) {
      // Without a time to wait for, it is among what is to be cleared from now on.
      const { shelfExpiresAt: _until, ...claim } = item.hold;
      out.changes.item = { after: { ...item, hold: claim, v: item.v + 1 }, expect: item.v };
    }
    out.facts.push({ name: 'shelf-to-clear', ...about });
    return;
  }
  out.changes.item = { after: next.item, expect: item.v };
  out.changes.holds.push(next.hold);
  if (next.release) out.changes.pageToRelease = next.release;
  const { holdId, patronId, shelfExpiresAt } = next.hold.after;
  if (shelfExpiresAt === undefined) {
    out.facts.push({ name: 'shelf-to-clear', ...about, detail: { to: next.hold.after.pickupBranch } });
    return;
  }
  out.facts.push({ name: 'shelf-given-on', ...about, detail: { shelfExpiresAt } });
  out.facts.push({ name: 'hold-on-shelf', ...about, holdId, patronId, detail: { shelfExpiresAt } });
};

/**
 * Ends a hold by expiry or cancellation: `decideCancelHold` for all causes. A paged copy is released immediately; one on the shelf goes
 * to the next hold with the same pickup branch without being moved, is reserved for a hold elsewhere until it is sent, or waits for the
 * next scan (C58, C59). Refuses a hold that has ended or is not in a state for its cause.
 */
export const decideEndHold = (request: EndHoldRequest): Decision<RefusalFor<'endHold'>> => {
  const { hold, item, cause, reason, at } = request;
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
  giveOn(out, request);
  const freedCopy = item && releasePage(item, holdId);
  if (item && freedCopy) out.changes.item = { after: freedCopy, expect: item.v };
  return { ...out, explain };
};

/** Cancels a hold in any open state. A paged copy is released immediately; a captured one goes to the next hold or waits for its scan. */
export const decideCancelHold = (request: Omit<EndHoldRequest, 'cause'>): Decision<RefusalFor<'endHold'>> =>
  decideEndHold({ ...request, cause: 'cancelled' });

import { millis } from '../../../../layers/kernel/calendar/days.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { isOver } from '../../../items/public/hold-is-over.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { type Decision, nothingYet } from '../decisions/decision.ts';
import { type Finding, finding, refusalsIn } from '../decisions/findings.ts';
import { type CirculationPolicies, holdsPolicyOf } from '../decisions/policies.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { untargeted } from '../loans/lend.ts';
import { hasPlace } from './hold-queue.ts';
import { isSound, type Suspension } from './suspension.ts';
import { releasePage } from './target-hold.ts';

/** A request to suspend a hold, or without `suspension` to resume it. */
export type SuspendRequest = {
  hold: Hold;
  /** The target copy, to be released. */
  item?: ItemCirculation;
  suspension?: Suspension;
  at: string;
  policies: CirculationPolicies;
};

const about = ({ holdId, patronId, patronMember, pickupBranch }: Hold, at: string) => ({
  at,
  ...{ members: { patron: patronMember }, holdId, patronId, branchId: pickupBranch },
});

const freezes = ({ from }: Suspension, at: string): boolean => millis(from) <= millis(at);

/** Returns the hold with its suspension: frozen when the suspension has begun; its place in the queue is unchanged (C64). */
const suspendedNow = (hold: Hold, suspension: Suspension | undefined, at: string): Hold => {
  const { suspended: _old, ...rest } = hold;
  if (suspension === undefined)
    return { ...rest, state: hold.state === 'frozen' ? 'placed' : hold.state, v: hold.v + 1 };
  if (!freezes(suspension, at)) {
    // A started suspension that is moved to a later date ends for now.
    const state = hold.state === 'frozen' ? 'placed' : hold.state;
    return { ...rest, state, suspended: suspension, v: hold.v + 1 };
  }
  return { ...untargeted(rest).after, state: 'frozen', suspended: suspension, v: hold.v + 1 };
};

/**
 * Suspends a waiting hold for a range of days, changes those days, or resumes it. It keeps its place and is skipped meanwhile; its paged
 * copy is released immediately (C64). Refuses a hold that has ended or has its copy.
 */
export const decideSuspendHold = (request: SuspendRequest): Decision<RefusalFor<'suspendHold'>> => {
  const { hold, item, suspension, at, policies } = request;
  const { maxSuspendedDays } = holdsPolicyOf(policies);
  const waits = hasPlace(hold);
  const idle = suspension === undefined && hold.state !== 'frozen' && hold.suspended === undefined;
  const findings: Finding<RefusalFor<'suspendHold'>>[] = [
    finding('hold-over', !isOver(hold), `The hold is ${hold.state}`),
    finding('hold-wrong-state', isOver(hold) || (waits && !idle), `The hold is ${hold.state}`),
    ...(suspension === undefined
      ? []
      : [
          finding('suspension-wrong', isSound(suspension, at, maxSuspendedDays), `At most ${maxSuspendedDays} days`, {
            days: maxSuspendedDays,
          }),
        ]),
  ];
  const explain = { checks: findings };
  const refused = refusalsIn(findings);
  if (refused.length > 0) return { refused, explain };
  const out = nothingYet();
  const after = suspendedNow(hold, suspension, at);
  out.changes.holds.push({ after, expect: hold.v });
  const freedCopy = item && after.state === 'frozen' ? releasePage(item, hold.holdId) : undefined;
  if (item && freedCopy) {
    out.changes.item = { after: freedCopy, expect: item.v };
    const copy = { itemId: item.itemId, copyBranch: item.currentBranch };
    out.changes.resets = [{ holdId: hold.holdId, at, v: after.v, reason: 'frozen', ...copy }];
  }
  out.facts.push({ name: 'hold-changed', ...about(hold, at), detail: { state: after.state } });
  return { ...out, explain };
};

import type { BranchCalendar } from '../calendar/branch-calendar.ts';
import { millis } from '../calendar/days.ts';
import { memberOfBranch } from '../identity/roles.ts';
import { type Decision, nothingYet } from './decision.ts';
import { type Finding, finding, refusalsIn } from './findings.ts';
import type { Hold } from './hold.ts';
import type { ItemCirculation } from './item-circulation.ts';
import { limitFindings, owedLimit, standingFindings } from './patron-checks.ts';
import type { Limit, PatronStanding } from './patron-standing.ts';
import { duplicateFindings } from './place-hold.ts';
import { type CirculationPolicies, holdsPolicyOf } from './policies.ts';
import type { RefusalFor } from './refusals.ts';

/** A cancelled hold that is to wait again. */
export type RestoreHoldRequest = {
  hold: Hold;
  patron: PatronStanding;
  /** The copies of its record and the patron's other holds there. */
  items: readonly ItemCirculation[];
  ownHolds: readonly Hold[];
  calendar: BranchCalendar;
  policies: CirculationPolicies;
  at: string;
};

/** The hold as it waits again: at its old place, unless the consortium has restored ones begin anew (C64). */
const waitingAgain = (hold: Hold, at: string, goesLast: boolean): Hold => {
  const { ended: _ended, targetItemId: _item, targetedAt: _at, lookAt: _look, shelfExpiresAt: _shelf, ...kept } = hold;
  const { suspended: _suspended, recalledItemId: _recalled, neededUntil, ...rest } = kept;
  return {
    ...rest,
    state: 'placed',
    ...(neededUntil !== undefined && millis(neededUntil) > millis(at) && { neededUntil }),
    ...(goesLast && { queuedAt: at, priority: 0 }),
    v: hold.v + 1,
  };
};

/** Decides that a cancelled hold is restored, under the limits that a new one keeps. Refuses any other that is over. */
export const decideRestoreHold = (request: RestoreHoldRequest): Decision<RefusalFor<'restoreHold'>> => {
  const { hold, patron, calendar, policies, at } = request;
  const { restoredGoesLast, blocks: stops } = holdsPolicyOf(policies);
  const { maxHolds, owedLimit: owed } = policies.blocks.body;
  const limits: Limit[] = [{ counter: 'holds', below: maxHolds }, owedLimit(owed, policies.loanRules.body.currency)];
  const part = hold.part === undefined ? {} : { part: hold.part };
  const findings: Finding<RefusalFor<'restoreHold'>>[] = [
    ...standingFindings(patron, [memberOfBranch(hold.pickupBranch)], calendar, at, stops.hold),
    ...limitFindings(patron, limits).flatMap(({ check, ...more }) =>
      check === 'too-many-holds' || check === 'owed-over-limit' ? [{ check, ...more }] : [],
    ),
    finding('hold-not-cancelled', hold.state === 'cancelled', `The hold is ${hold.state}`),
    ...duplicateFindings({ ...request, ...part }),
  ];
  const explain = { checks: findings };
  const refused = refusalsIn(findings);
  if (refused.length > 0) return { refused, explain };
  const out = nothingYet();
  out.changes.holds.push({ after: waitingAgain(hold, at, restoredGoesLast), expect: hold.v });
  const { blocks, expiresOn, patronId, homeMember } = patron;
  const { holds, loans } = patron.counters;
  const asRead = { blocks, expiresOn, holds, loans };
  out.changes.patrons.push({ patronId, add: { holds: 1 }, limits, asRead });
  const about = { at, members: { patron: homeMember }, holdId: hold.holdId, patronId, branchId: hold.pickupBranch };
  out.facts.push({ name: 'hold-changed', ...about, detail: { state: 'placed' } });
  return { ...out, explain };
};

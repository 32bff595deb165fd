import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { localDay, millis } from '../../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Format } from '../../../../layers/protocols/marc/format.ts';
import { ruleOf } from '../../../../layers/records/policies/domain/resolve.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { isOver } from '../../../items/public/hold-is-over.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Limit } from '../../../patrons/public/limits.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import type { Channel } from '../decisions/channel.ts';
import { type Decision, nothingYet, type PatronChange } from '../decisions/decision.ts';
import type { DecisionContext } from '../decisions/decision-context.ts';
import { contextWith, usesChange } from '../decisions/decision-use.ts';
import { type Finding, finding, refusalsIn } from '../decisions/findings.ts';
import { type CirculationPolicies, holdsPolicyOf, residenceMet, ruleFor } from '../decisions/policies.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { type CopyOutlook, copyOutlook, type Fillability, fillability, mayBecomeAvailable } from '../items/copies.ts';
import { limitFindings, overdueFindings, owedLimit, statusFindings } from '../loans/patron-checks.ts';
import { overlap, wants } from './hold-level.ts';
import { canFill } from './hold-queue.ts';
import { fillJudge } from './may-fill.ts';
import { isSound, type Suspension } from './suspension.ts';

/** The input of a hold decision. */
export type PlaceHoldRequest = {
  holdId: string;
  recordId: string;
  /** Set when only this copy is requested. */
  itemId?: string;
  /** Set when only one volume or part is requested (C31). */
  part?: string;
  /** Set when any edition of the work is acceptable: the union records in the requested formats (C32). */
  editions?: string[];
  /** The accepted formats, also of future editions; all when undefined. */
  formats?: Format[];
  /** The last instant at which the hold is useful; and the period in which it is skipped. */
  neededUntil?: string;
  suspended?: Suspension;
  patron: PatronStatus;
  pickup: { branchId: string; allowsPickup: boolean; calendar: BranchCalendar };
  at: string;
  policies: CirculationPolicies;
  /** All copies of the union record; of all editions when any is acceptable. */
  items: readonly ItemCirculation[];
  /**
   * Set when only some of the copies were read. Each of them can only permit more: what some copies permit, all permit, and what some
   * refuse is decided again on all.
   */
  sampled?: true;
  /** The patron's holds on these records. */
  ownHolds: readonly Hold[];
  /** The number of the patron's overdue loans; required when the consortium limits it (C35). */
  overdue?: number;
  /** The fines that the patron's open loans have accrued, in minor units; required when the policy counts them. */
  accrued?: number;
  /** By what it was asked for; the system by default. */
  channel?: Channel;
};

/** The refusals of a hold, whether it is placed or restored. */
type HoldRefusal = Exclude<RefusalFor<'placeHold'>, 'not-needed-past' | 'suspension-wrong'>;
type Findings = Finding<HoldRefusal>[];

/** Returns the patron's open holds that a copy for this one could also fill. */
const alike = ({ ownHolds, part }: Pick<PlaceHoldRequest, 'ownHolds' | 'part'>): Hold[] =>
  ownHolds.filter((hold) => !isOver(hold) && overlap(hold, { ...(part !== undefined && { part }) }));

/**
 * Checks whether the patron already has, or waits for, the permitted number of copies of this title: one, unless the consortium sets
 * another number (C28). Open holds and loans are counted together, each with its own refusal code.
 */
const duplicateFindings = (
  request: Pick<PlaceHoldRequest, 'ownHolds' | 'items' | 'patron' | 'policies' | 'part'>,
): Finding<'already-requested' | 'already-lent-to-patron'>[] => {
  const { items, patron, policies, part } = request;
  const { maxDuplicates } = holdsPolicyOf(policies);
  const open = alike(request);
  const lent = items.filter(
    (item) => item.loan?.patronId === patron.patronId && (part === undefined || item.part === part),
  );
  const full = open.length + lent.length >= maxDuplicates;
  const named = `of at most ${maxDuplicates} for a title`;
  return [
    finding('already-requested', !full || open.length === 0, `${open.length} open holds ${named}`),
    finding('already-lent-to-patron', !full || lent.length === 0, `${lent.length} copies lent to the patron ${named}`),
  ];
};

const copyFindings = ({ now, later, onRequest }: CopyOutlook, parts: boolean): Findings => {
  const counts = `${now} copies now, ${later} later, ${onRequest} on request only`;
  const common = now + later > 0;
  return [
    finding('which-part', !parts, parts ? 'All copies are volumes or parts' : 'A copy of what is asked for'),
    finding('no-holdable-copy', common || onRequest > 0 || parts, counts),
    finding('only-on-request', common || onRequest === 0, counts),
  ];
};

/** Returns whether all copies are parts although the title was requested. */
const onlyParts = ({ items, itemId, part }: PlaceHoldRequest): boolean =>
  itemId === undefined && part === undefined && items.length > 0 && items.every((item) => item.part !== undefined);

const timeFindings = ({
  neededUntil,
  suspended,
  at,
  policies,
}: PlaceHoldRequest): Finding<'not-needed-past' | 'suspension-wrong'>[] => {
  const { maxSuspendedDays } = holdsPolicyOf(policies);
  return [
    ...(neededUntil === undefined
      ? []
      : [finding('not-needed-past', millis(neededUntil) > millis(at), `Needed until ${neededUntil}`)]),
    ...(suspended === undefined
      ? []
      : [
          finding('suspension-wrong', isSound(suspended, at, maxSuspendedDays), `At most ${maxSuspendedDays} days`, {
            days: maxSuspendedDays,
          }),
        ]),
  ];
};

/** Returns the lower of the consortium's number of holds and the highest number that any rule of these copies permits (C66). */
const holdLimit = ({ policies, pickup, patron }: PlaceHoldRequest, items: readonly ItemCirculation[]): Limit => {
  const common = policies.blocks.body.maxHolds;
  const ruled = items.map((item) => ruleFor(policies, item, pickup.branchId, patron).values.maxHolds ?? common);
  return { counter: 'holds', below: ruled.length === 0 ? common : Math.min(common, Math.max(...ruled)) };
};

/**
 * Checks whether any copy that the loan rules permit may also go to the pickup branch: not when all are too new, restricted to holds
 * elsewhere, or out of the courier's reach (C26). Only with an adopted targeting policy.
 */
export const reachFinding = (
  hold: Hold,
  items: readonly ItemCirculation[],
  policies: CirculationPolicies,
  at: string,
): Finding<'out-of-reach'> => {
  const judge = fillJudge(policies, at);
  const able = items.filter((item) => mayBecomeAvailable(item) && canFill(item, hold, policies));
  const barriers = able.map((item) => judge(item, hold, item.currentBranch));
  const out = able.length > 0 && barriers.every((barrier) => barrier !== undefined);
  const detail = [...new Set(barriers)].filter((barrier) => barrier !== undefined).join(', ');
  return finding('out-of-reach', !out, detail === '' ? 'Nothing stands in the way' : `In the way: ${detail}`);
};

/** Returns the copies on a shelf of the pickup branch, which anyone can take (C29). */
const localCopies = (items: readonly ItemCirculation[], branchId: string): ItemCirculation[] =>
  items.filter((item) => item.state === 'available' && item.currentBranch === branchId);

/** Returns the hold that a request would create. */
export const holdOf = (request: PlaceHoldRequest): Hold => {
  const { holdId, recordId, itemId, part, editions, formats, neededUntil, suspended, patron, pickup, at } = request;
  return {
    holdId,
    recordId,
    ...(itemId !== undefined && { itemId }),
    ...(part !== undefined && { part }),
    ...(editions && { editions }),
    ...(editions && formats && { formats }),
    patronId: patron.patronId,
    patronMember: patron.homeMember,
    patronCategory: patron.category,
    ...(patron.residence !== undefined && { patronResidence: patron.residence }),
    pickupBranch: pickup.branchId,
    placedAt: at,
    ...(neededUntil !== undefined && { neededUntil }),
    ...(suspended && { suspended }),
    priority: 0,
    state: suspended && millis(suspended.from) <= millis(at) ? 'frozen' : 'placed',
    v: 1,
  };
};

/** A warning about a placed hold that does not refuse it. */
export type HoldWarning = 'local-copy-available';

type Placing = Decision<RefusalFor<'placeHold'>> & {
  outlook: CopyOutlook;
  fillability: Fillability;
  alerts: HoldWarning[];
};

/** Checks a hold request: the findings, the limits under which it is written, and the outlook of its copies. */
export const holdChecks = (request: PlaceHoldRequest) => {
  const { patron, pickup, policies, at } = request;
  const items = request.items.filter((item) => wants(request, item));
  const outlook = copyOutlook(items, policies, pickup.branchId, patron);
  const { localCopyBlock, blocks: stops, maxOverdue } = holdsPolicyOf(policies);
  const limits: Limit[] = [
    holdLimit(request, items),
    owedLimit(policies.blocks.body.owedLimit, policies.loanRules.body.currency, request.accrued),
  ];
  const local = localCopies(items, pickup.branchId).length;
  const findings: Findings = [
    ...statusFindings(patron, [memberOfBranch(pickup.branchId)], pickup.calendar, at, {
      ...{ act: 'hold', stops: stops.hold, never: policies.blocks.body.neverOverridden },
    }),
    ...limitFindings(patron, limits).flatMap(({ check, ...rest }) =>
      check === 'too-many-holds' || check === 'owed-over-limit' ? [{ check, ...rest }] : [],
    ),
    ...overdueFindings(request.overdue, maxOverdue),
    ...duplicateFindings(request),
    finding('pickup-not-allowed', pickup.allowsPickup, `Pickup at ${pickup.branchId}`, { branch: pickup.branchId }),
    ...(localCopyBlock ? [finding('local-copy-available', local === 0, `${local} copies on its shelf`)] : []),
    ...copyFindings(outlook, onlyParts(request)),
    reachFinding(holdOf(request), items, policies, at),
  ];
  return { findings, limits, outlook, local };
};

/** Returns the patron change for a new hold: one more, under these limits, with the status as read. */
export const oneMoreHold = ({ patronId, blocks, expiresOn, counters }: PatronStatus, limits: Limit[]): PatronChange => {
  // The counts must be unchanged, so that the second of two concurrent requests for one record is decided again (C28).
  const { holds, loans } = counters;
  return { patronId, add: { holds: 1 }, limits, expected: { blocks, expiresOn, holds, loans } };
};

/** Returns the rule that permits the hold for the first copy that can fill it, for the decision log; none where no copy can. */
const permittedBy = (request: PlaceHoldRequest): Pick<DecisionContext, 'rule' | 'residence'> => {
  const { items, policies, pickup, patron } = request;
  const hold = holdOf(request);
  const copy = items.find((item) => wants(request, item) && canFill(item, hold, policies));
  if (copy === undefined) return {};
  const id = ruleOf(ruleFor(policies, copy, pickup.branchId, patron), 'holdable');
  return { rule: { id, version: policies.loanRules.version }, ...residenceMet(policies, id) };
};

/**
 * Decides a hold. Refuses with every failed check at once (C26, C28 to C30, C35). A hold may wait when all copies are on loan;
 * `fillability` is then `consortium-loan`, so that the patron can be offered that alternative.
 */
export const decidePlaceHold = (request: PlaceHoldRequest): Placing => {
  const { patron, pickup, policies, at } = request;
  const { findings: checks, limits, outlook, local } = holdChecks(request);
  const findings = [...checks, ...timeFindings(request)];
  const { localCopyAlert } = holdsPolicyOf(policies);
  const alerts: HoldWarning[] = localCopyAlert && local > 0 ? ['local-copy-available'] : [];
  const result = {
    explain: { checks: findings, policyVersion: policies.loanRules.version },
    outlook,
    fillability: fillability(outlook),
    alerts,
  };
  const refused = refusalsIn(findings);
  if (refused.length > 0) return { refused, ...result };
  const out = nothingYet();
  const { patronId, homeMember } = patron;
  out.changes.holds.push({ after: holdOf(request) });
  // Other copies may permit more holds than those read. The number of holds is unchanged since it was checked, by the write's condition.
  const certain = request.sampled ? limits.filter(({ counter }) => counter !== 'holds') : limits;
  const use = { month: localDay(pickup.calendar, at).slice(0, 7) };
  const uses = usesChange(patron, use);
  out.changes.patrons.push({ ...oneMoreHold(patron, certain), ...(uses && { uses }) });
  const { channel, overdue, accrued } = request;
  const met = { ...permittedBy(request), overdue, accrued };
  out.context = contextWith(patron, use, pickup.calendar.timeZone, channel, met);
  const { holdId, recordId } = request;
  out.facts.push({
    name: 'hold-placed',
    at,
    members: { patron: homeMember },
    holdId,
    patronId,
    branchId: pickup.branchId,
    detail: { recordId },
  });
  return { ...out, ...result };
};

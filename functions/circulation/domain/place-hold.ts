import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { millis } from '../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Format } from '../../../layers/protocols/marc/format.ts';
import { type Hold, isOver } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Limit, PatronStatus } from '../../patrons/public/patron-status.ts';
import { type CopyOutlook, copyOutlook, type Fillability, fillability, mayCome } from './copies.ts';
import { type Decision, nothingYet, type PatronChange } from './decision.ts';
import { type Finding, finding, refusalsIn } from './findings.ts';
import { overlap, wants } from './hold-level.ts';
import { canFill } from './hold-queue.ts';
import { fillJudge } from './may-fill.ts';
import { limitFindings, overdueFindings, owedLimit, statusFindings } from './patron-checks.ts';
import { type CirculationPolicies, holdsPolicyOf, ruleFor } from './policies.ts';
import type { RefusalFor } from './refusals.ts';
import { isSound, type Suspension } from './suspension.ts';

/** All that placing a hold is decided on. */
export type PlaceHoldRequest = {
  holdId: string;
  recordId: string;
  /** Only when one copy and no other is wanted. */
  itemId?: string;
  /** Only when one volume or part is wanted (C31). */
  part?: string;
  /** When any edition of the work will do: the union records of the formats asked for (C32). */
  editions?: string[];
  /** Of which formats they may be, those of tomorrow too; all when none is named. */
  formats?: Format[];
  /** The last instant at which it is of use; and when it is to be passed over. */
  neededUntil?: string;
  suspended?: Suspension;
  patron: PatronStatus;
  pickup: { branchId: string; allowsPickup: boolean; calendar: BranchCalendar };
  at: string;
  policies: CirculationPolicies;
  /** All copies of the union record; of all editions, when any will do. */
  items: readonly ItemCirculation[];
  /** The patron's holds on these records. */
  ownHolds: readonly Hold[];
  /** How many loans of the patron are overdue; asked where the consortium limits it (C35). */
  overdue?: number;
};

/** What a hold is refused for, whether it is placed or restored. */
type HoldRefusal = Exclude<RefusalFor<'placeHold'>, 'not-needed-past' | 'suspension-wrong'>;
type Findings = Finding<HoldRefusal>[];

/** Open holds of the patron that a copy for this one could fill as well. */
const alike = ({ ownHolds, part }: Pick<PlaceHoldRequest, 'ownHolds' | 'part'>): Hold[] =>
  ownHolds.filter((hold) => !isOver(hold) && overlap(hold, { ...(part !== undefined && { part }) }));

/**
 * Whether the patron has, or waits for, as much of this title as allowed: one, unless the consortium names another number
 * (C28). Open holds and loans are counted together and refuse each under their own code.
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

/** Whether every copy there is, is a part, though the title was asked for. */
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

/** The lower of the consortium's number of holds and the most that any rule of these copies allows (C66). */
const holdLimit = ({ policies, pickup, patron }: PlaceHoldRequest, items: readonly ItemCirculation[]): Limit => {
  const own = items.map((item) => ruleFor(policies, item, pickup.branchId, patron).values.maxHolds);
  const limits = own.flatMap((below): Limit[] => (below === null ? [] : [{ counter: 'holds', below }]));
  const most = limits.toSorted((one, other) => other.below - one.below)[0];
  const ruled = most !== undefined && limits.length === own.length ? [most] : [];
  const [common, ...more] = [policies.blocks.body.maxHolds, ...ruled.map(({ below }) => below)];
  return { counter: 'holds', below: Math.min(common, ...more) };
};

/**
 * Whether any copy that the loan rules let fill the hold may also go to its pickup branch: not when all are too new, of a
 * kind that fills holds elsewhere, or out of the courier's reach (C26). Only by the targeting that was adopted.
 */
export const reachFinding = (
  hold: Hold,
  items: readonly ItemCirculation[],
  policies: CirculationPolicies,
  at: string,
): Finding<'out-of-reach'> => {
  const judge = fillJudge(policies, at);
  const able = items.filter((item) => mayCome(item) && canFill(item, hold, policies));
  const barriers = able.map((item) => judge(item, hold, item.currentBranch));
  const out = able.length > 0 && barriers.every((barrier) => barrier !== undefined);
  const detail = [...new Set(barriers)].filter((barrier) => barrier !== undefined).join(', ');
  return finding('out-of-reach', !out, detail === '' ? 'Nothing stands in the way' : `In the way: ${detail}`);
};

/** The copies that stand on a shelf of the pickup branch, for anyone to take (C29). */
const localCopies = (items: readonly ItemCirculation[], branchId: string): ItemCirculation[] =>
  items.filter((item) => item.state === 'available' && item.currentBranch === branchId);

/** The hold that a request is for, as it would stand. */
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
    owedLimit(policies.blocks.body.owedLimit, policies.loanRules.body.currency),
  ];
  const local = localCopies(items, pickup.branchId).length;
  const findings: Findings = [
    ...statusFindings(patron, [memberOfBranch(pickup.branchId)], pickup.calendar, at, stops.hold),
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

/** Gives the change of the patron for a new hold: one more, under these limits, with the status as read. */
export const oneMoreHold = ({ patronId, blocks, expiresOn, counters }: PatronStatus, limits: Limit[]): PatronChange => {
  // The counts must be as read, so that the second of two concurrent requests for one record is decided again (C28).
  const { holds, loans } = counters;
  return { patronId, add: { holds: 1 }, limits, expected: { blocks, expiresOn, holds, loans } };
};

/**
 * Decides a hold. Refuses with every failed part at once (C26, C28 to C30, C35). One whose copies are all lent may wait;
 * `fillability` then says `consortium-loan`, so that the patron can be offered that way instead.
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
  out.changes.patrons.push(oneMoreHold(patron, limits));
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

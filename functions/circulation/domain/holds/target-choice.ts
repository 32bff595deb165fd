import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { instant, millis } from '../../../../layers/kernel/calendar/days.ts';
import { isOpen, nextOpening } from '../../../../layers/kernel/calendar/opening.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Targeting } from '../../../../layers/records/policies/domain/targeting.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { type CirculationPolicies, targetingOf } from '../decisions/policies.ts';
import { covers } from '../decisions/scope.ts';
import { mayBecomeAvailable } from '../items/copies.ts';
import { type HoldReset, passedOf } from './hold-reset.ts';
import { barriers, fillJudge } from './may-fill.ts';
import { proximityOf, transportCost } from './proximity.ts';
import { byPoints, type ScoredCopy, scoreCopy } from './target-score.ts';

/** The reasons why a copy is not paged for a hold. */
export const exclusions = {
  ...barriers,
  'not-on-shelf': 'The copy is lent, on its way, wanted for another hold, or not fit.',
  'branch-closed': 'Its branch is closed now and at the next check.',
  'waits-for-local': 'A local copy exists, and the hold still waits for it.',
  'tried-enough': 'Its branch was tried as often as allowed.',
  'patron-stopped': 'The patron has a block that stops copies from being set aside.',
} as const;
export type Exclusion = keyof typeof exclusions;
export type PassedOver = { itemId: string; branchId: string; reason: Exclusion };

/** The input of the choice, besides the copies. `resets` of this hold, oldest first; calendars of the known branches. */
export type TargetContext = {
  policies: CirculationPolicies;
  at: string;
  resets: readonly HoldReset[];
  openPages: (branchId: string) => number;
  calendarOf: (branchId: string) => BranchCalendar | undefined;
  /** Whether a block of the patron prevents captures (C27): nothing is paged until it is lifted. */
  stopped: boolean;
};

/**
 * The copies that may be paged for a hold, best first and each with its score, and the excluded copies with the reason. `lookAt` when a
 * later check is worthwhile even without a change; `exhausted` when branches were tried often enough (C46).
 */
export type TargetChoice = {
  ranked: ScoredCopy[];
  passedOver: PassedOver[];
  lookAt?: string;
  exhausted: boolean;
};

const MINUTE_MS = 60_000;
const later = (at: string, minutes: number): string => instant(millis(at) + minutes * MINUTE_MS);

/** Returns whether a branch is closed now and at the next check, by its hours (C39); a branch without a calendar counts as open. */
const staysClosed = (calendar: BranchCalendar | undefined, at: string, nextCheck: string): boolean =>
  calendar !== undefined && !isOpen(calendar, at) && !isOpen(calendar, nextCheck);

const onShelfFor = (item: ItemCirculation, hold: Hold): boolean =>
  item.state === 'available' || (item.state === 'paged' && item.hold?.holdId === hold.holdId);

type Judge = ReturnType<typeof fillJudge>;

/** Returns how often a branch was tried: the minimum over its copies that could be paged now, otherwise over those that were. */
const triesAt = (branchId: string, ready: readonly ItemCirculation[], resets: readonly HoldReset[]): number => {
  const there = ready.filter(({ currentBranch }) => currentBranch === branchId).map(({ itemId }) => itemId);
  const were = resets.flatMap(({ copyBranch, itemId }) => (copyBranch === branchId && itemId ? [itemId] : []));
  const ids = there.length > 0 ? there : were;
  if (ids.length === 0) return 0;
  return Math.min(...ids.map((itemId) => passedOf(resets, itemId).times));
};

const localPlace = ({ hardStall }: Targeting, { pickupBranch }: Hold): string =>
  hardStall.local === 'branch' ? pickupBranch : memberOfBranch(pickupBranch);

const measure = (policy: Targeting, item: ItemCirculation, to: string): { length: number; detail: string } => {
  const from = item.currentBranch;
  // A copy at the pickup branch precedes all others, whatever distances and costs are set (C36).
  if (from === to) return { length: -1, detail: 'Stands at the pickup branch' };
  const cost = policy.transportCost && transportCost(policy.transportCost, from, to);
  if (typeof cost === 'number') return { length: cost, detail: `Sending it costs ${cost}` };
  const { distance, adjustedBy } = proximityOf(policy, item, from, to);
  const by = adjustedBy.length > 0 ? `, adjusted by ${adjustedBy.join(', ')}` : '';
  return { length: distance, detail: `At a distance of ${distance}${by}` };
};

const ranking = (hold: Hold, ready: readonly ItemCirculation[], context: TargetContext): ScoredCopy[] => {
  const policy = targetingOf(context.policies);
  const measured = ready.map((item) => ({ item, ...measure(policy, item, hold.pickupBranch) }));
  const tiers = [...new Set([-1, ...measured.map(({ length }) => length)])].toSorted((one, other) => one - other);
  return measured
    .map(({ item: { itemId, currentBranch: branchId }, length, detail }) => {
      const { timedOut, manual, last } = passedOf(context.resets, itemId);
      return scoreCopy(
        {
          ...{ itemId, branchId, timedOut, tier: tiers.indexOf(length), measured: detail },
          handicap: policy.handicaps.find(({ place }) => covers(place, branchId))?.points ?? 0,
          openPages: context.openPages(branchId),
          justPassed: last,
          manualReset: manual,
        },
        policy.weights,
      );
    })
    .toSorted(byPoints);
};

/** Returns whether the hold still waits for a local copy that exists, even if on loan (C47). */
const waitsForLocal = (hold: Hold, items: readonly ItemCirculation[], policy: Targeting, at: string, judge: Judge) => {
  const local = localPlace(policy, hold);
  const isLocal = (item: ItemCirculation): boolean => covers(local, item.branchId) || covers(local, item.currentBranch);
  return (
    millis(at) < millis(later(hold.placedAt, policy.hardStall.minutes)) &&
    items.some(
      (item) => mayBecomeAvailable(item) && isLocal(item) && judge(item, hold, item.currentBranch) === undefined,
    )
  );
};

/** Returns what prevents paging a copy, apart from the number of attempts at its branch. */
const reasonsFor = (hold: Hold, items: readonly ItemCirculation[], context: TargetContext) => {
  const { policies, at } = context;
  const policy = targetingOf(policies);
  const judge = fillJudge(policies, at);
  const nextCheck = later(at, policy.nextCheckMinutes);
  const stalled = waitsForLocal(hold, items, policy, at, judge);
  const closed = ({ currentBranch }: ItemCirculation): boolean =>
    (currentBranch === hold.pickupBranch ? policy.skipClosedPickup : policy.skipClosed) &&
    staysClosed(context.calendarOf(currentBranch), at, nextCheck);
  return (item: ItemCirculation): Exclusion | undefined => {
    const barrier = judge(item, hold, item.currentBranch);
    if (barrier) return barrier;
    if (!onShelfFor(item, hold)) return 'not-on-shelf';
    if (stalled && !covers(localPlace(policy, hold), item.currentBranch)) return 'waits-for-local';
    if (closed(item)) return 'branch-closed';
    return context.stopped ? 'patron-stopped' : undefined;
  };
};

/**
 * Returns when to check again even without a change: when a closed branch opens, at the next check, or when the stall ends, whichever is
 * first. A check every evening would always find the branch closed.
 */
const nextCheckAt = (hold: Hold, passedOver: readonly PassedOver[], context: TargetContext): string | undefined => {
  const { policies, at, calendarOf } = context;
  const policy = targetingOf(policies);
  const has = (...wanted: Exclusion[]): boolean => passedOver.some(({ reason }) => wanted.includes(reason));
  const openings = passedOver.flatMap(({ branchId, reason }) => {
    const calendar = reason === 'branch-closed' ? calendarOf(branchId) : undefined;
    return (calendar && nextOpening(calendar, at)) ?? [];
  });
  return [
    ...openings,
    ...(has('branch-closed', 'patron-stopped') ? [later(at, policy.nextCheckMinutes)] : []),
    ...(has('waits-for-local') ? [later(hold.placedAt, policy.hardStall.minutes)] : []),
  ].toSorted()[0];
};

/**
 * Rates all copies of a record for one hold (C36 to C47). A branch that may not serve it is only skipped; the next one is considered
 * (C44). A copy paged for this hold counts as being on its shelf.
 */
export const chooseCopies = (hold: Hold, items: readonly ItemCirculation[], context: TargetContext): TargetChoice => {
  const { policies, resets } = context;
  const policy = targetingOf(policies);
  const reasonOf = reasonsFor(hold, items, context);
  const looked = items.map((item) => ({ item, reason: reasonOf(item) }));
  const ready = looked.flatMap(({ item, reason }) => (reason === undefined ? [item] : []));
  const { maxLoops } = policy;
  const spent = (branchId: string): boolean => maxLoops !== null && triesAt(branchId, ready, resets) >= maxLoops;
  const left = ready.filter(({ currentBranch }) => !spent(currentBranch));
  const passedOver = looked.flatMap(({ item, reason }): PassedOver[] => {
    const why = reason ?? (left.includes(item) ? undefined : 'tried-enough');
    return why === undefined ? [] : [{ itemId: item.itemId, branchId: item.currentBranch, reason: why }];
  });
  const lookAt = left.length > 0 ? undefined : nextCheckAt(hold, passedOver, context);
  const tried = new Set(resets.flatMap(({ copyBranch }) => copyBranch ?? []));
  return {
    ranked: ranking(hold, left, context),
    passedOver,
    ...(lookAt !== undefined && { lookAt }),
    exhausted: left.length === 0 && lookAt === undefined && [...tried].some(spent),
  };
};

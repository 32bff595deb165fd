import { millis } from '../../../../layers/kernel/calendar/days.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { BestHoldOrder, OrderFactor, Targeting } from '../../../../layers/records/policies/domain/targeting.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { isAgreed } from '../../../items/public/hold-is-agreed.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { type CirculationPolicies, targetingOf } from '../decisions/policies.ts';
import { inScope } from '../decisions/scope.ts';
import { daysAway } from '../items/away.ts';
import { byQueueOrder, isWaiting, needsCopy } from './hold-queue.ts';
import { fillJudge } from './may-fill.ts';
import { plainDistance, proximityOf } from './proximity.ts';

/** A scanned copy and the branch of the scan. */
export type Scan = {
  item: ItemCirculation;
  branchId: string;
  at: string;
  policies: CirculationPolicies;
  /** The ids of holds whose patron has a block that prevents the capture of a copy for them (C27). */
  stopped?: ReadonlySet<string>;
  /** The patron who is about to borrow the copy: only this patron's holds, and those that still need it, then compete for it. */
  lendTo?: string;
};

const byDistance = ['adjusted-here-to-pickup', 'here-to-pickup', 'adjusted-owner-to-pickup'] as const;
const queue = ['priority', 'request-time'] as const;

/** The factors of each predefined order, first to last (C50). */
export const orderOf: Record<BestHoldOrder, readonly OrderFactor[]> = {
  traditional: [...byDistance, ...queue],
  'traditional-holds-go-home': ['copy-away-too-long', ...byDistance, ...queue],
  'traditional-holds-always-go-home': ['owner-to-pickup', ...byDistance, ...queue],
  'traditional-holds-chase-home-patrons': ['owner-to-patron-home', 'owner-to-pickup', ...byDistance, ...queue],
  fifo: [...queue, 'here-to-pickup', 'owner-to-pickup', 'adjusted-owner-to-pickup'],
  'fifo-holds-go-home': ['copy-away-too-long', ...queue, 'here-to-pickup', 'adjusted-owner-to-pickup'],
  'fifo-holds-always-go-home': ['owner-to-pickup', ...queue, 'here-to-pickup', 'adjusted-owner-to-pickup'],
};

const ofHoldItself: readonly OrderFactor[] = ['owner-to-patron-home', ...queue];

const factorValue = (factor: OrderFactor, hold: Hold, { item, branchId, at, policies }: Scan): number => {
  const policy = targetingOf(policies);
  const { pickupBranch: to } = hold;
  const fromHome = (): number => plainDistance(policy, item.branchId, to);
  const values: Record<OrderFactor, () => number> = {
    // A scan at its home branch ends the absence.
    'copy-away-too-long': () =>
      branchId !== item.branchId && daysAway(item, at) > policy.capture.goHomeAfterDays ? fromHome() : 0,
    'owner-to-patron-home': () => (hold.patronMember === item.memberId ? 0 : 1),
    'owner-to-pickup': fromHome,
    'adjusted-here-to-pickup': () => proximityOf(policy, item, branchId, to).distance,
    'here-to-pickup': () => plainDistance(policy, branchId, to),
    'adjusted-owner-to-pickup': () => proximityOf(policy, item, item.branchId, to).distance,
    priority: () => hold.priority,
    'request-time': () => millis(hold.queuedAt ?? hold.placedAt),
  };
  return values[factor]();
};

/** Returns whether a hold has precedence because it belongs to the same library as the copy (C51). */
export const isLocal = (hold: Hold, { item, branchId, policies }: Scan): boolean => {
  const local = targetingOf(policies).capture.localPriority;
  if (local === null || local.excludedPatronCategories.includes(hold.patronCategory)) return false;
  const excluded = local.excludedItems.some(
    (line) => inScope(line, item) && (line.itemId === undefined || line.itemId === item.itemId),
  );
  if (excluded) return false;
  const place = local.item === 'home' ? item.branchId : branchId;
  return local.patron === 'home' ? hold.patronMember === memberOfBranch(place) : hold.pickupBranch === place;
};

/**
 * During the soft stall a hold accepts copies that are scanned by chance only at its pickup branch; a copy paged for it is not by chance
 * (C53).
 */
const isStalled = (hold: Hold, { item, branchId, at }: Scan, { capture }: Targeting): boolean =>
  hold.pickupBranch !== branchId &&
  hold.targetItemId !== item.itemId &&
  !isAgreed(hold) &&
  millis(at) < millis(hold.placedAt) + capture.softStallMinutes * 60_000;

/**
 * Returns whether a hold competes for the copy: at check-in each that waits, outside its soft stall. A copy that is about to be lent would
 * be lost to a stalled hold also, and one whose own copy is being fetched does not need it.
 */
const competes = (hold: Hold, scan: Scan, policy: Targeting): boolean =>
  scan.lendTo === undefined
    ? isWaiting(hold) && !isStalled(hold, scan, policy)
    : needsCopy(hold, scan.item) || (isWaiting(hold) && hold.patronId === scan.lendTo);

const factorsFor = (item: ItemCirculation, { capture }: Targeting): readonly OrderFactor[] => {
  const order = capture.orderByOwner[item.memberId] ?? capture.order;
  return typeof order === 'string' ? orderOf[order] : order;
};

/**
 * Returns whether this copy goes to the first hold in the queue that it may fill, so that later holds need not be loaded. False when a
 * factor precedes the queue position or local holds have precedence, because a later hold might then win.
 */
export const isFirstComeFirst = ({ item, policies }: Pick<Scan, 'item' | 'policies'>): boolean => {
  const policy = targetingOf(policies);
  const [first, second] = factorsFor(item, policy);
  return policy.capture.localPriority === null && first === queue[0] && second === queue[1];
};

/** A hold with the values of its order's factors, by which holds are compared and the ranking is explained. */
export type RankedHold = { hold: Hold; local: boolean; values: Partial<Record<OrderFactor, number>> };

/**
 * Returns the holds that a scanned copy may fill, best first: local holds, then the order of the copy's owner or the consortium, then
 * the queue, so that no two tie (C50 to C53). Holds that the copy cannot fill are skipped, however many there are (C49).
 */
export const rankHolds = (scan: Scan, holds: readonly Hold[]): RankedHold[] => {
  const { item, branchId, at, policies } = scan;
  const policy = targetingOf(policies);
  const judge = fillJudge(policies, at);
  const factors = factorsFor(item, policy);
  const known = new Map<string, number>();
  // Distances depend only on the hold's pickup branch.
  const value = (factor: OrderFactor, hold: Hold): number => {
    if (ofHoldItself.includes(factor)) return factorValue(factor, hold, scan);
    const alike = `${factor} ${hold.pickupBranch}`;
    const found = known.get(alike) ?? factorValue(factor, hold, scan);
    known.set(alike, found);
    return found;
  };
  const ranked = holds
    .filter(
      (hold) =>
        competes(hold, scan, policy) && !scan.stopped?.has(hold.holdId) && judge(item, hold, branchId) === undefined,
    )
    .map((hold) => ({
      hold,
      local: isLocal(hold, scan),
      values: Object.fromEntries(factors.map((factor) => [factor, value(factor, hold)])),
    }));
  return ranked.toSorted((one, other) => {
    if (one.local !== other.local) return one.local ? -1 : 1;
    for (const factor of factors) {
      const difference = (one.values[factor] ?? 0) - (other.values[factor] ?? 0);
      if (difference !== 0) return difference;
    }
    return byQueueOrder(one.hold, other.hold);
  });
};

/** Returns the hold that a scanned copy fills; undefined when there is none. */
export const holdForCopy = (scan: Scan, holds: readonly Hold[]): Hold | undefined => rankHolds(scan, holds)[0]?.hold;

/** Returns whether the desk must confirm the capture of this copy (C54). */
export const asksBeforeCapture = ({ item, policies }: Pick<Scan, 'item' | 'policies'>): boolean =>
  targetingOf(policies).capture.verifyLocation.some((line) => inScope(line, item));

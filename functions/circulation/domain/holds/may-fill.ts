import { millis } from '../../../../layers/kernel/calendar/days.ts';
import { idTime } from '../../../../layers/kernel/identity/id.ts';
import type { Targeting } from '../../../../layers/records/policies/domain/targeting.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { isAgreed } from '../../../items/public/hold-is-agreed.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { type CirculationPolicies, targetingOf } from '../decisions/policies.ts';
import { covers, inScope } from '../decisions/scope.ts';
import { canFill } from './hold-queue.ts';
import { plainDistance, transportCost } from './proximity.ts';

/** The reasons why a copy may not fill a hold, both when a page is sent and when the copy is scanned. */
export const barriers = {
  'loan-rules': 'The loan rules do not let this copy fill this hold, or another copy is wanted.',
  'fulfilment-policy': 'Copies of this kind fill holds only at their home, or where they are.',
  'transfer-limit': 'Items of this category are not sent this way.',
  'age-protection': 'The copy is new, and the pickup branch too far from its home.',
  'way-disabled': 'No courier goes this way.',
} as const;
export type Barrier = keyof typeof barriers;

const DAY_MS = 24 * 60 * 60_000;

const barredByPolicy = (policy: Targeting, item: ItemCirculation, from: string, to: string): Barrier | undefined => {
  const pickup = policy.fulfilment.find((line) => inScope(line, item))?.pickup ?? 'any';
  if (pickup !== 'any' && to !== (pickup === 'home' ? item.branchId : from)) return 'fulfilment-policy';
  if (from === to) return undefined;
  const limited = policy.transferLimits.some(
    ({ from: start, to: end, itemCategory }) =>
      covers(start, from) && covers(end, to) && (itemCategory === undefined || itemCategory === item.category),
  );
  if (limited) return 'transfer-limit';
  const disabled = policy.transportCost !== null && transportCost(policy.transportCost, from, to) === undefined;
  return disabled ? 'way-disabled' : undefined;
};

const tooYoung = (policy: Targeting, item: ItemCirculation, to: string, at: string): boolean => {
  const added = idTime(item.itemId);
  if (added === undefined) return false;
  return policy.ageProtection.some(
    (line) =>
      inScope(line, item) &&
      millis(at) < added + line.days * DAY_MS &&
      plainDistance(policy, item.branchId, to) > line.withinDistance,
  );
};

// All attributes of a hold except patron and time: two holds with equal attributes are judged alike, whatever attributes are added later.
const kindOf = (hold: Hold): string => {
  const { holdId: _1, patronId: _2, placedAt: _3, priority: _4, state: _5, v: _6, ...rest } = hold;
  const { targetItemId: _7, targetedAt: _8, lookAt: _9, shelfExpiresAt: _10, queuedAt: _11, ...more } = rest;
  const { neededUntil: _12, suspended: _13, hopelessSince: _14, editionsAt: _15, ...others } = more;
  const { placedWith: _16, ...kind } = others;
  return JSON.stringify(kind);
};

/**
 * Returns a function that judges whether copies may fill holds: it returns the barrier, or undefined. It takes the location of the copy
 * (its shelf, or the desk that scans it: C42) and caches results for equal holds, so that a queue of thousands costs no more than its
 * kinds of borrower and pickup (C49). An owner's agreement overrides all barriers (section 7).
 */
export const fillJudge = (
  policies: CirculationPolicies,
  at: string,
): ((item: ItemCirculation, hold: Hold, from: string) => Barrier | undefined) => {
  const policy = targetingOf(policies);
  const found = new Map<string, Barrier | undefined>();
  const judge = (item: ItemCirculation, hold: Hold, from: string): Barrier | undefined => {
    if (!canFill(item, hold, policies)) return 'loan-rules';
    if (isAgreed(hold)) return undefined;
    const { pickupBranch: to } = hold;
    return barredByPolicy(policy, item, from, to) ?? (tooYoung(policy, item, to, at) ? 'age-protection' : undefined);
  };
  return (item, hold, from) => {
    if (isAgreed(hold)) return judge(item, hold, from);
    const alike = `${item.itemId}\n${from}\n${kindOf(hold)}`;
    if (!found.has(alike)) found.set(alike, judge(item, hold, from));
    return found.get(alike);
  };
};

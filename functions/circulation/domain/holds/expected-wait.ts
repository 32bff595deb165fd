import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { borrowerOf, type CirculationPolicies, ruleFor } from '../decisions/policies.ts';
import { mayBecomeAvailable } from '../items/copies.ts';
import { canFill, type FillingCopy, queuePlace } from './hold-queue.ts';

/**
 * The displayed wait of a hold: its place, the number of copies that could fill it, and the estimated days. The estimate assumes that every
 * copy is lent for its whole period, once to each earlier hold; it ignores renewals, late returns, transport and early returns.
 */
export type ExpectedWait = { place: number; copies: number; days?: number };

/** Copies that the rules treat alike, and how many of them are free. */
export type AlikeCopies = { item: FillingCopy; copies: number; free: number };

const daysOf = (policies: CirculationPolicies, item: FillingCopy, hold: Hold): number => {
  const borrower = borrowerOf(hold);
  const { loanPeriod } = ruleFor(policies, item, hold.pickupBranch, borrower).values;
  return 'days' in loanPeriod ? loanPeriod.days : Math.ceil(loanPeriod.hours / 24);
};

/** Returns whether a copy is on a shelf, or being fetched from one. */
export const isFree = ({ state }: Pick<ItemCirculation, 'state'>): boolean =>
  state === 'available' || state === 'paged';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Returns the median of the copies' loan periods. */
const medianOf = (periods: readonly { days: number; copies: number }[], copies: number): number => {
  let passed = 0;
  for (const { days, copies: alike } of periods.toSorted((one, other) => one.days - other.days)) {
    passed += alike;
    if (passed > Math.floor(copies / 2)) return days;
  }
  return 0;
};

/**
 * Returns the expected wait of a hold at its place, given the copies on a shelf or on their way to one. Earlier holds take the free copies;
 * then each copy serves one hold per loan period (the median of the copies'). No days when no copy can fill it.
 */
export const waitAt = (
  { hold, place }: { hold: Hold; place: number },
  present: readonly AlikeCopies[],
  policies: CirculationPolicies,
): ExpectedWait => {
  const able = present.filter(({ item }) => canFill(item, hold, policies));
  const copies = sum(able.map((alike) => alike.copies));
  if (copies === 0) return { place, copies };
  const free = sum(able.map((alike) => alike.free));
  if (place <= free) return { place, copies, days: 0 };
  const periods = able.map((alike) => ({ days: daysOf(policies, alike.item, hold), copies: alike.copies }));
  return { place, copies, days: Math.ceil((place - free) / copies) * medianOf(periods, copies) };
};

/** Returns the expected wait of a hold in its queue, given all copies that it could use. Undefined when the hold does not wait. */
export const expectedWait = (
  hold: Hold,
  queue: readonly Hold[],
  items: readonly ItemCirculation[],
  policies: CirculationPolicies,
): ExpectedWait | undefined => {
  const place = queuePlace(queue, hold.holdId);
  if (place === undefined) return undefined;
  const present = items.filter(mayBecomeAvailable).map((item) => ({ item, copies: 1, free: isFree(item) ? 1 : 0 }));
  return waitAt({ hold, place }, present, policies);
};

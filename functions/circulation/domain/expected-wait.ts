import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { mayCome } from './copies.ts';
import { canFill, queuePlace } from './hold-queue.ts';
import { type CirculationPolicies, ruleFor } from './policies.ts';

/**
 * The expected wait of a hold: its place, the copies that could fill it, and an estimate in days. The estimate assumes that every copy
 * is lent for its whole period, once to each earlier hold; it ignores renewals, late returns, transport and early returns.
 */
export type ExpectedWait = { place: number; copies: number; days?: number };

const daysOf = (policies: CirculationPolicies, item: ItemCirculation, hold: Hold): number => {
  const borrower = { homeMember: hold.patronMember, category: hold.patronCategory };
  const { loanPeriod } = ruleFor(policies, item, hold.pickupBranch, borrower).values;
  return 'days' in loanPeriod ? loanPeriod.days : Math.ceil(loanPeriod.hours / 24);
};

const isFree = ({ state }: ItemCirculation): boolean => state === 'available' || state === 'paged';

/**
 * Returns the expected wait of a hold in its queue, given all copies that it could use. Earlier holds take the available copies; then
 * each copy serves one hold per loan period (the median of the copies'). Undefined when the hold does not wait; no days when no copy can
 * fill it.
 */
export const expectedWait = (
  hold: Hold,
  queue: readonly Hold[],
  items: readonly ItemCirculation[],
  policies: CirculationPolicies,
): ExpectedWait | undefined => {
  const place = queuePlace(queue, hold.holdId);
  if (place === undefined) return undefined;
  const able = items.filter((item) => mayCome(item) && canFill(item, hold, policies));
  if (able.length === 0) return { place, copies: 0 };
  const free = able.filter(isFree).length;
  if (place <= free) return { place, copies: able.length, days: 0 };
  const periods = able.map((item) => daysOf(policies, item, hold)).toSorted((one, other) => one - other);
  const period = periods[Math.floor(periods.length / 2)] ?? 0;
  return { place, copies: able.length, days: Math.ceil((place - free) / able.length) * period };
};

import { millis } from '../../../../layers/kernel/calendar/days.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Returns an item as scanned at a branch; the time since when it is away is retained until it is scanned at its home branch (C52). */
export const withAway = (item: ItemCirculation, branchId: string, at: string): ItemCirculation => {
  const { away, ...rest } = item;
  return branchId === item.branchId ? rest : { ...rest, away: away ?? at.slice(0, 10) };
};

/** Returns the whole days that an item has been away from home; 0 when it is not known to be away. */
export const daysAway = ({ away }: ItemCirculation, at: string): number =>
  away === undefined ? 0 : Math.max(0, Math.floor((millis(at) - Date.parse(away)) / DAY_MS));

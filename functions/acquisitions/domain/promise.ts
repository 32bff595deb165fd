import type { Amounts } from './figures.ts';
import type { Fund, Levels } from './fund.ts';
import { mostOf, type Headroom } from './limits.ts';

/** What an order adds to what is promised of a fund and of those above it; below 0 when it frees money. */
export type Promised = { fund: Fund; own: number; whole: number };

/** Returns what each fund gets of promises by fund: the funds themselves, and every level above them once. */
export const promisedOf = (promises: readonly { levels: Levels; amount: number }[]): Promised[] => {
  const sums = new Map<string, Promised>();
  for (const { levels, amount } of promises)
    for (const [at, fund] of levels.entries()) {
      const before = sums.get(fund.code) ?? { fund, own: 0, whole: 0 };
      sums.set(fund.code, { fund, own: before.own + (at === 0 ? amount : 0), whole: before.whole + amount });
    }
  return [...sums.values()];
};

/** Returns what an amount promised adds to the amounts of a fund. */
export const promisedAmounts = (amount: number): Partial<Amounts> => ({ encumbered: amount });

/** Returns what it takes from what the limits allow. */
export const promisedHeadroom = (amount: number): Partial<Headroom> => ({ available: -amount, toOrder: -amount });

/** Why an order is refused: the fund, what its limit allows in all, what is used of that, and what was asked. */
export type OverLimit = { fund: Fund; limit: number; used: number; asked: number };

/** Returns the first fund whose limit an order would exceed, alone or with those under it; undefined when it may be opened. */
export const overLimit = (promised: readonly Promised[]): OverLimit | undefined => {
  for (const { fund, ...asked } of promised)
    for (const scope of ['own', 'whole'] as const) {
      const most = mostOf(fund.headroom[scope], 'order');
      if (asked[scope] <= 0 || most === undefined || asked[scope] <= most) continue;
      const { orderCeiling: limit } = fund.headroom[scope];
      return { fund, limit, used: limit - fund.headroom[scope].toOrder, asked: asked[scope] };
    }
  return undefined;
};

import type { Amounts } from './figures.ts';
import type { Fund, Levels } from './fund.ts';
import { type Headroom, mostOf } from './limits.ts';

/** What an order adds to what is encumbered of a fund, alone (`own`) and with those under it (`whole`); below 0 when it releases money. */
export type Encumbrance = { fund: Fund; own: number; whole: number };

/** Returns what each fund gets of amounts by fund: the funds themselves, and every level above them once. */
export const encumbrancesOf = (parts: readonly { levels: Levels; amount: number }[]): Encumbrance[] => {
  const sums = new Map<string, Encumbrance>();
  for (const { levels, amount } of parts)
    for (const [at, fund] of levels.entries()) {
      const before = sums.get(fund.code) ?? { fund, own: 0, whole: 0 };
      sums.set(fund.code, { fund, own: before.own + (at === 0 ? amount : 0), whole: before.whole + amount });
    }
  return [...sums.values()];
};

/** Returns what an encumbrance adds to the amounts of a fund. */
export const encumberedAmounts = (amount: number): Partial<Amounts> => ({ encumbered: amount });

/** Returns what an encumbrance takes from what the limits allow. */
export const encumberedHeadroom = (amount: number): Partial<Headroom> => ({ available: -amount, toOrder: -amount });

/** Why an order is refused: the fund, the most that it allows now, what its limit allows in all, what is used of that, and what was asked. */
export type OverLimit = { fund: Fund; most: number; limit: number; used: number; asked: number };

/** Returns the first fund whose limit an order would exceed, alone or with those under it; undefined when it may be placed. */
export const overLimit = (encumbrances: readonly Encumbrance[]): OverLimit | undefined => {
  for (const { fund, ...asked } of encumbrances)
    for (const scope of ['own', 'whole'] as const) {
      const most = mostOf(fund.headroom[scope], 'order');
      if (asked[scope] <= 0 || most === undefined || asked[scope] <= most) continue;
      const { orderCeiling: limit, toOrder } = fund.headroom[scope];
      return { fund, most, limit, used: limit - toOrder, asked: asked[scope] };
    }
  return undefined;
};

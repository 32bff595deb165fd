import type { OverLimit } from './encumbrance.ts';
import { type Amounts, plus, spentOf } from './figures.ts';
import type { Fund, Levels } from './fund.ts';
import { type Headroom, mostOf } from './limits.ts';

/** What a step of an invoice adds to the amounts of a fund. */
export type Spending = Pick<Amounts, 'encumbered' | 'awaiting' | 'expended' | 'credits'>;

/**
 * What a step of an invoice adds to a fund, alone (`own`) and with those under it (`whole`). `isNew`: some of it is for no order, which a
 * frozen fund does not accept.
 */
export type FundPosting = { fund: Fund; own: Spending; whole: Spending; isNew: boolean };

/** The spending of nothing. */
export const noSpending: Spending = { encumbered: 0, awaiting: 0, expended: 0, credits: 0 };

/** Returns what each fund gets of spending by fund: the funds themselves, and every level above them once. */
export const postingsOf = (parts: readonly { levels: Levels; spending: Spending; isNew: boolean }[]): FundPosting[] => {
  const sums = new Map<string, FundPosting>();
  for (const { levels, spending, isNew } of parts)
    for (const [at, fund] of levels.entries()) {
      const before = sums.get(fund.code) ?? { fund, own: noSpending, whole: noSpending, isNew: false };
      sums.set(fund.code, {
        ...{ fund, own: at === 0 ? plus(before.own, spending) : before.own, whole: plus(before.whole, spending) },
        isNew: before.isNew || isNew,
      });
    }
  return [...sums.values()];
};

/** Returns what a posting takes from what the limits allow. */
export const spendingHeadroom = (spending: Spending): Partial<Headroom> => {
  const spent = spentOf(spending);
  const used = spending.encumbered + spent;
  return { available: 0 - used, toOrder: 0 - used, toInvoice: 0 - spent };
};

/** Returns the first fund whose limit of expenditure a posting would exceed, alone or with those under it. */
export const overSpent = (postings: readonly FundPosting[]): OverLimit | undefined => {
  for (const { fund, ...scopes } of postings)
    for (const scope of ['own', 'whole'] as const) {
      const [asked, most] = [spentOf(scopes[scope]), mostOf(fund.headroom[scope], 'invoice')];
      if (asked <= 0 || most === undefined || asked <= most) continue;
      const { invoiceCeiling: limit, toInvoice } = fund.headroom[scope];
      return { fund, most, limit, used: limit - toInvoice, asked };
    }
  return undefined;
};

/** Returns the first fund that does not accept a posting: its year is closed, it is inactive, or frozen and the posting is for no order. */
export const idleFund = (postings: readonly FundPosting[]): Fund | undefined =>
  postings.find(({ fund: { closed, state }, isNew }) => closed || state === 'inactive' || (isNew && state !== 'active'))
    ?.fund;

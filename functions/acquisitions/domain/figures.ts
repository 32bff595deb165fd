import * as z from 'zod';

const sum = z.int();

/** What was posted to a fund in a year, by kind, in minor units. Every other figure derives from it. */
export const amountsSchema = z.strictObject({
  ...{ initial: sum, allocatedIn: sum, allocatedOut: sum },
  /** Transfers from other funds less those to other funds. */
  transfers: sum,
  ...{ encumbered: sum, awaiting: sum, expended: sum, credits: sum },
});
export type Amounts = z.infer<typeof amountsSchema>;

/** The amounts of a fund to which nothing was posted. */
export const noAmounts: Amounts = {
  ...{ initial: 0, allocatedIn: 0, allocatedOut: 0, transfers: 0 },
  ...{ encumbered: 0, awaiting: 0, expended: 0, credits: 0 },
};

/** Returns amounts with others added. */
export const plus = <T extends Partial<Amounts>>(amounts: T, added: Partial<Amounts>): T => {
  const sums: Partial<Amounts> = { ...amounts };
  for (const name of Object.keys(added) as (keyof Amounts)[]) sums[name] = (sums[name] ?? 0) + (added[name] ?? 0);
  return sums as T;
};

/** Returns the money that a fund was given: allocations and transfers. */
export const fundingOf = ({ initial, allocatedIn, allocatedOut, transfers }: Amounts): number =>
  initial + allocatedIn - allocatedOut + transfers;

/** Returns what was spent: invoices approved or paid, less credits. */
export const spentOf = ({ awaiting, expended, credits }: Pick<Amounts, 'awaiting' | 'expended' | 'credits'>): number =>
  awaiting + expended - credits;

/** Derives the figures of a fund from what was posted to it. `available` may be negative. */
export const figuresOf = (amounts: Amounts) => {
  const { initial, allocatedIn, allocatedOut, encumbered, expended, credits } = amounts;
  const [funding, spent] = [fundingOf(amounts), spentOf(amounts)];
  return {
    allocated: initial + allocatedIn - allocatedOut,
    ...{ funding, encumbered, spent },
    used: Math.max(0, encumbered + spent),
    available: funding - (encumbered + spent),
    cash: funding - expended + credits,
    overEncumbered: Math.max(0, encumbered - Math.max(0, funding - spent)),
    overExpended: Math.max(0, spent - funding),
  };
};

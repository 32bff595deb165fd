import * as z from 'zod';
import { type Amounts, figuresOf, fundingOf, spentOf } from './figures.ts';

/** A limit in percent of the funding, or the explicit choice of none. */
const limitSchema = z.union([z.literal('unlimited'), z.int().min(0).max(1000)]);
type Limit = z.infer<typeof limitSchema>;

/** The limits of a fund: for orders, for invoices, and the percentage used at which a warning is shown. */
export const limitsSchema = z.strictObject({
  encumbrance: limitSchema,
  expenditure: limitSchema,
  /** A warning in percent of the funding, or none. */
  warning: z.union([z.literal('none'), z.int().min(1).max(1000)]),
});
export type Limits = z.infer<typeof limitsSchema>;

/** Stands for no limit in what is stored: above every sum, and exact as a number. */
const UNLIMITED = 4_000_000_000_000_000;

/**
 * What a limit allows, as numbers that a condition of a write can test: the funding, what is available, what may still be ordered and
 * invoiced, and the highest sums that the limits allow.
 */
export const headroomSchema = z.strictObject({
  ...{ funding: z.int(), available: z.int(), toOrder: z.int(), toInvoice: z.int() },
  ...{ orderCeiling: z.int(), invoiceCeiling: z.int() },
});
export type Headroom = z.infer<typeof headroomSchema>;

/** Rounds down, so that a limit is never exceeded by a fraction. Money that was taken back leaves no headroom. */
const ceilingOf = (limit: Limit, funding: number): number =>
  limit === 'unlimited' ? UNLIMITED : Number((BigInt(Math.max(0, funding)) * BigInt(limit)) / 100n);

/** Derives what the limits allow from what was posted. */
export const headroomOf = (amounts: Amounts, limits: Limits): Headroom => {
  const [funding, spent] = [fundingOf(amounts), spentOf(amounts)];
  const orderCeiling = ceilingOf(limits.encumbrance, funding);
  const invoiceCeiling = ceilingOf(limits.expenditure, funding);
  return {
    ...{ funding, available: figuresOf(amounts).available, orderCeiling, invoiceCeiling },
    ...{ toOrder: orderCeiling - amounts.encumbered - spent, toInvoice: invoiceCeiling - spent },
  };
};

/** Returns the differences of two headrooms. */
export const headroomChange = (before: Headroom, after: Headroom): Headroom => {
  const names = Object.keys(before) as (keyof Headroom)[];
  return Object.fromEntries(names.map((name) => [name, after[name] - before[name]])) as Headroom;
};

/** Returns the largest order or invoice that a headroom allows; undefined where nothing limits it. Credits allow no more than the limit. */
export const mostOf = (headroom: Headroom, kind: 'order' | 'invoice'): number | undefined => {
  const [left, ceiling] =
    kind === 'order' ? [headroom.toOrder, headroom.orderCeiling] : [headroom.toInvoice, headroom.invoiceCeiling];
  return ceiling === UNLIMITED ? undefined : Math.max(0, Math.min(left, ceiling));
};

/** Returns the percentage of the funding that is used, with one decimal rounded down; undefined without funding. */
export const percentUsed = (amounts: Amounts): number | undefined => {
  const { funding, used } = figuresOf(amounts);
  return funding > 0 ? Math.floor((used * 1000) / funding) / 10 : undefined;
};

/** Returns whether so much is used that the fund's warning is shown. Use without funding warns. */
export const warns = (amounts: Amounts, { warning }: Limits): boolean => {
  if (warning === 'none') return false;
  const { funding, used } = figuresOf(amounts);
  return used > 0 && used * 100 >= funding * warning;
};

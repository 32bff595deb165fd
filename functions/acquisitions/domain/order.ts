import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import { yearCodeSchema } from './fiscal-year.ts';
import { fundCodeSchema } from './fund.ts';
import { gapOf, type Gap, priceOf, priceSchema, shareSchema, splitPrice } from './order-price.ts';

/** How many lines an order has at most, so that one transaction writes it with its funds. */
const MOST_LINES = 50;

/** A line as it is written: a title with its price, and the funds that pay it. */
export const lineTermsSchema = z.strictObject({
  title: oneLine(300),
  isbn: z.string().regex(/^(?:\d{9}[\dX]|\d{13})$/, 'An ISBN has 10 or 13 digits').exactOptional(),
  price: priceSchema,
  shares: z.array(shareSchema).min(1).max(10),
});
export type LineTerms = z.infer<typeof lineTermsSchema>;

/** What one line promises of one fund. A share of nothing is kept. */
const promiseSchema = z.strictObject({ fund: fundCodeSchema, amount: z.int().min(0) });

const cancelledSchema = z.strictObject({ reason: oneLine(200), by: z.string(), at: z.iso.datetime() });

/** A line with its number, its price and what it promises of each fund. */
const lineSchema = lineTermsSchema.extend({
  number: z.int().min(1),
  total: z.int().min(0),
  promises: z.array(promiseSchema).min(1),
  cancelled: cancelledSchema.exactOptional(),
});
type Line = z.infer<typeof lineSchema>;

/** `pending`: a draft without money. `waiting`: another person approves it. `open`: its money is promised. */
export const orderStates = ['pending', 'waiting', 'open', 'cancelled'] as const;

/** What staff write of an order while it is pending. */
export const orderTermsSchema = z.strictObject({
  year: yearCodeSchema,
  vendor: oneLine(120),
  lines: z.array(lineTermsSchema).min(1).max(MOST_LINES),
});
export type OrderTerms = z.infer<typeof orderTermsSchema>;

const actSchema = z.strictObject({ by: z.string(), at: z.iso.datetime() });

/** An order of a library. `preparedBy` wrote its present text, and never approves it. */
export const orderSchema = z.strictObject({
  ...{ orderId: z.string(), memberId: memberIdSchema, year: yearCodeSchema, vendor: orderTermsSchema.shape.vendor },
  state: z.enum(orderStates),
  lines: z.array(lineSchema).min(1).max(MOST_LINES),
  total: z.int().min(0),
  ...{ preparedBy: z.string(), preparedAt: z.iso.datetime() },
  approved: actSchema.exactOptional(),
  opened: actSchema.exactOptional(),
  rejected: cancelledSchema.exactOptional(),
  v: z.int().min(1),
});
export type Order = z.infer<typeof orderSchema>;

/** Returns the first line whose shares do not make up its price. */
export const gapIn = ({ lines }: OrderTerms): (Gap & { line: number }) | undefined => {
  for (const [at, { shares, price }] of lines.entries()) {
    const gap = gapOf(shares, priceOf(price));
    if (gap) return { ...gap, line: at + 1 };
  }
  return undefined;
};

const lineOf = (terms: LineTerms, at: number): Line => {
  const total = priceOf(terms.price);
  const promises = [...splitPrice(terms.shares, total)].map(([fund, amount]) => ({ fund, amount }));
  return { ...terms, number: at + 1, total, promises };
};

type Written = { orderId: string; memberId: string; terms: OrderTerms; by: string; at: string; v: number };

/** Returns a pending order with the prices of its lines. */
export const pendingOrder = ({ orderId, memberId, terms, by, at, v }: Written): Order => {
  const lines = terms.lines.map(lineOf);
  return {
    ...{ orderId, memberId, year: terms.year, vendor: terms.vendor, state: 'pending', lines },
    ...{ total: lines.reduce((sum, { total }) => sum + total, 0), preparedBy: by, preparedAt: at, v },
  };
};

/** Returns what lines that are not cancelled promise of each fund. */
export const promisesOf = (lines: readonly Line[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { cancelled, promises } of lines)
    for (const { fund, amount } of cancelled ? [] : promises) sums.set(fund, (sums.get(fund) ?? 0) + amount);
  return sums;
};

/** Returns whether another person must approve an order: it costs more than the limit of its year. */
export const needsApproval = ({ total }: Order, approvalAbove: number | undefined): boolean =>
  approvalAbove !== undefined && total > approvalAbove;

/** Returns an order with a line cancelled, or all; cancelled as a whole when no line is left. */
export const withCancelled = (order: Order, line: number | undefined, cancelled: NonNullable<Line['cancelled']>): Order => {
  const lines = order.lines.map((one) =>
    !one.cancelled && (line === undefined || one.number === line) ? { ...one, cancelled } : one,
  );
  const state = lines.every((one) => one.cancelled) ? ('cancelled' as const) : order.state;
  return { ...order, lines, state, v: order.v + 1 };
};

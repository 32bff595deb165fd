import * as z from 'zod';
import { daySchema } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { currencySchema } from '../../../layers/kernel/money/currency.ts';
import { splitByLargestRemainder } from '../../../layers/kernel/money/split.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import { claimSchema, MOST_CLAIMS } from './claims.ts';
import { yearCodeSchema } from './fiscal-year.ts';
import { fundCodeSchema } from './fund.ts';
import { copiesOf, type Gap, gapOf, priceOf, priceSchema, shareSchema, splitPrice } from './order-price.ts';
import { dueIn, rollSchema, spentInYear } from './rolled-line.ts';
import { vendorCodeSchema } from './vendor.ts';

/** How many lines an order has at most. */
const MOST_LINES = 50;

/** How many funds an order names at most: one transaction writes it with its funds and those above them. */
const MOST_FUNDS = 15;

/** The highest price of a line in minor units. */
const MOST_OF_A_LINE = 1_000_000_000_000;

/** How many steps of an order are recorded. */
const MOST_STEPS = 300;

/** How many invoices a line of an order has at most. */
export const MOST_INVOICES = 50;

/** The id of an order. */
export const orderIdSchema = z.string().min(1).max(40);

/** A record of the union catalogue. */
export const recordIdSchema = z.string().min(1).max(40);

/** An ISBN as it is written: 10 or 13 digits. */
export const isbnSchema = z.string().regex(/^(?:\d{9}[\dX]|\d{13})$/, 'An ISBN has 10 or 13 digits');

/** A line as it is written: a title with its price, and the funds that pay it. */
const lineTermsSchema = z.strictObject({
  title: oneLine(300),
  /** The record of the union catalogue that is bought. */
  recordId: recordIdSchema.exactOptional(),
  isbn: isbnSchema.exactOptional(),
  note: oneLine(200).exactOptional(),
  /** The day by which the library needs it, and the one for which the vendor quoted its delivery. */
  ...{ neededBy: daySchema.exactOptional(), quotedFor: daySchema.exactOptional() },
  price: priceSchema,
  shares: z.array(shareSchema).min(1).max(10),
});
export type LineTerms = z.infer<typeof lineTermsSchema>;

const cancelledSchema = z.strictObject({ copies: z.int().min(0), reason: oneLine(200) });

/** What a vendor does with a line: `recorded` is neither accepted nor refused yet, `dispatched` is on its way. */
export const vendorActs = ['accepted', 'changed', 'recorded', 'cancelled', 'not-found', 'dispatched'] as const;

/** The last answer of the vendor for a line, by a message of the number `document`. */
const vendorAnswerSchema = z.strictObject({
  ...{ act: z.enum(vendorActs), document: oneLine(40), on: daySchema },
  /** Copies that are on their way, that come later, and that do not come. */
  sent: z.int().min(0).exactOptional(),
  later: z.int().min(0).exactOptional(),
  cancelled: z.int().min(0).exactOptional(),
  /** When copies are available. */
  available: daySchema.exactOptional(),
  /** The price of one before discount that the vendor states, in minor units of the line's currency. */
  price: z.int().min(0).exactOptional(),
  /** Why, by a code of the library profile: OP is out of print. */
  code: oneLine(6).exactOptional(),
});
export type VendorAnswer = z.infer<typeof vendorAnswerSchema>;

/** What an approved invoice took of a line: the copies that it counts, its amount, and that it releases what the line still takes. */
const lineInvoiceSchema = z.strictObject({
  ...{ invoiceId: z.string().min(1).max(40), number: z.string(), copies: z.int(), amount: z.int() },
  releases: z.literal(true).exactOptional(),
});
export type LineInvoice = z.infer<typeof lineInvoiceSchema>;

/**
 * A line with its number and its price in minor units of the currency of the order. `encumbrances` is what it still takes of each fund; a
 * share of nothing stays in the list.
 */
const lineSchema = lineTermsSchema.extend({
  number: z.int().min(1),
  ...{ net: z.int(), tax: z.int(), total: z.int().min(0) },
  encumbrances: z.array(z.strictObject({ fund: fundCodeSchema, amount: z.int().min(0) })).min(1),
  received: z.int().min(0),
  cancelled: cancelledSchema.exactOptional(),
  answer: vendorAnswerSchema.exactOptional(),
  /** The claims of it, and the day that the vendor named to staff for what is missing. */
  claims: z.array(claimSchema).max(MOST_CLAIMS).exactOptional(),
  delayedUntil: daySchema.exactOptional(),
  /** The approved invoices of it. */
  invoices: z.array(lineInvoiceSchema).max(MOST_INVOICES).exactOptional(),
  /** The roll-overs that moved it to another year, the last one at the end. */
  rolls: z.array(rollSchema).exactOptional(),
});
export type Line = z.infer<typeof lineSchema>;

/**
 * `draft`: without money. `waiting`: another person approves it. `placed`, `partly-received`, `received`: its money is encumbered; what is
 * cancelled is not waited for. `closed`: ended by a person, nothing is encumbered. `cancelled`: nothing of it comes.
 */
export const orderStates = [
  'draft',
  'waiting',
  'placed',
  'partly-received',
  'received',
  'closed',
  'cancelled',
] as const;
export type OrderState = (typeof orderStates)[number];

/** What staff write of an order while it is a draft. */
export const orderTermsSchema = z.strictObject({
  year: yearCodeSchema,
  vendor: vendorCodeSchema,
  note: oneLine(300).exactOptional(),
  lines: z.array(lineTermsSchema).min(1).max(MOST_LINES),
});
export type OrderTerms = z.infer<typeof orderTermsSchema>;

/** What was done with an order. */
export const orderActs = [
  ...(['write', 'place', 'approve', 'reject', 'withdraw', 'cancel', 'receive', 'close'] as const),
  ...(['answer', 'claim', 'delay'] as const),
  /** A roll-over moved it to another year, or an undo moved it back. */
  ...(['roll-over', 'roll-back'] as const),
] as const;
const stepSchema = z.strictObject({
  act: z.enum(orderActs),
  ...{ by: z.string(), at: z.iso.datetime() },
  line: z.int().min(1).exactOptional(),
  copies: z.int().exactOptional(),
  reason: oneLine(200).exactOptional(),
  withoutInvoice: z.literal(true).exactOptional(),
  /** The day until which a line is delayed. */
  until: daySchema.exactOptional(),
  /** The message of the vendor that was loaded: its type and number. */
  reference: oneLine(60).exactOptional(),
});
export type OrderStep = z.infer<typeof stepSchema>;

/** An order of a library. `preparedBy` wrote its present text, and never approves it. */
export const orderSchema = z
  .strictObject({
    ...{ orderId: orderIdSchema, memberId: memberIdSchema, number: z.string(), currency: currencySchema },
    ...orderTermsSchema.omit({ lines: true }).shape,
    state: z.enum(orderStates),
    lines: z.array(lineSchema).min(1).max(MOST_LINES),
    total: z.int().min(0),
    preparedBy: z.string(),
    steps: z.array(stepSchema).max(MOST_STEPS),
    v: z.int().min(1),
  })
  .meta({ id: 'VendorOrder' });
export type Order = z.infer<typeof orderSchema>;

type LineGap = { line: number } & (Gap | { code: 'no-copies' | 'price-too-high'; gap: number });

/** Returns why the first line that cannot be ordered cannot: it orders nothing, costs too much, or its shares do not make up its price. */
export const gapIn = ({ lines }: OrderTerms, currency: string): LineGap | undefined => {
  for (const [at, { shares, price }] of lines.entries()) {
    const { total } = priceOf(price, currency);
    const line = at + 1;
    if (copiesOf(price) === 0) return { code: 'no-copies', gap: 0, line };
    if (total > MOST_OF_A_LINE) return { code: 'price-too-high', gap: total - MOST_OF_A_LINE, line };
    const gap = gapOf(shares, total);
    if (gap) return { ...gap, line };
  }
  return undefined;
};

/** Returns the codes of the funds of an order. */
export const fundsOf = ({ lines }: Pick<OrderTerms, 'lines'>): string[] => [
  ...new Set(lines.flatMap(({ shares }) => shares.map(({ fund }) => fund))),
];

/** Returns whether an order names more funds than one transaction writes. */
export const hasTooManyFunds = (terms: Pick<OrderTerms, 'lines'>): boolean => fundsOf(terms).length > MOST_FUNDS;

const lineOf = (terms: LineTerms, at: number, currency: string): Line => {
  const { net, tax, total } = priceOf(terms.price, currency);
  const encumbrances = [...splitPrice(terms.shares, total)].map(([fund, amount]) => ({ fund, amount }));
  return { ...terms, number: at + 1, ...{ net, tax, total, encumbrances, received: 0 } };
};

type Written = Pick<Order, 'orderId' | 'memberId' | 'number' | 'currency' | 'v' | 'steps'> & {
  terms: OrderTerms;
  by: string;
  at: string;
};

/** Returns a draft with the prices of its lines. */
export const draftOrder = ({ terms, by, at, steps, ...named }: Written): Order => {
  const lines = terms.lines.map((line, place) => lineOf(line, place, named.currency));
  return {
    ...{ ...named, ...terms, state: 'draft', lines, preparedBy: by },
    total: lines.reduce((sum, { total }) => sum + total, 0),
    steps: [...steps, { act: 'write', by, at }],
  };
};

/** Returns whether one more step of an order can be recorded. */
export const takesStep = ({ steps }: Order): boolean => steps.length < MOST_STEPS;

/** Returns an order after a step. */
export const withStep = (order: Order, over: Partial<Order>, step: OrderStep): Order => ({
  ...{ ...order, ...over, steps: [...order.steps, step], v: order.v + 1 },
});

/** Returns what lines take of each fund. */
export const encumberedBy = (lines: readonly Line[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { encumbrances } of lines)
    for (const { fund, amount } of encumbrances) sums.set(fund, (sums.get(fund) ?? 0) + amount);
  return sums;
};

/** Returns how many copies of a line were ordered, less those that were cancelled. */
export const wantedOf = ({ price, cancelled }: Line): number => copiesOf(price) - (cancelled?.copies ?? 0);

/** Returns the state of an order whose money is encumbered, from its lines: what is cancelled is not waited for. */
export const stateOf = (lines: readonly Line[]): OrderState => {
  if (lines.every((line) => wantedOf(line) === 0)) return 'cancelled';
  if (lines.every((line) => line.received >= wantedOf(line))) return 'received';
  return lines.some(({ received }) => received > 0) ? 'partly-received' : 'placed';
};

/** Returns a line that takes nothing of its funds any more. */
export const releasedLine = (line: Line): Line => ({
  ...line,
  encumbrances: line.encumbrances.map(({ fund }) => ({ fund, amount: 0 })),
});

/** Returns how many copies of a line were invoiced. */
export const invoicedOf = ({ invoices = [] }: Pick<Line, 'invoices'>): number =>
  invoices.reduce((sum, { copies }) => sum + copies, 0);

/** Returns what approved invoices spent on a line. */
export const spentOn = ({ invoices = [] }: Pick<Line, 'invoices'>): number =>
  invoices.reduce((sum, { amount }) => sum + amount, 0);

/** Returns how many copies were received of which no invoice is approved. */
export const notInvoiced = (line: Line): number => Math.max(0, line.received - invoicedOf(line));

/** Returns whether an approved invoice released what a line still took. */
export const isReleased = ({ invoices = [] }: Pick<Line, 'invoices'>): boolean =>
  invoices.some(({ releases }) => releases);

/** The shares of a line by fund. A line without a price, which a roll-over may give a base by what was spent on it, is shared as its shares say. */
const weightsOf = ({ shares, total }: Line): Map<string, number> =>
  total > 0
    ? splitPrice(shares, total)
    : new Map(shares.map((share) => [share.fund, 'percent' in share ? share.percent : 1]));

/**
 * Returns a line of a placed order with what it takes of each fund now: the price of the copies that are wanted less what was invoiced in
 * its year, never below 0; nothing after an invoice that releases the rest.
 */
export const withEncumbrances = (line: Line): Line => {
  const price = dueIn(line, wantedOf(line));
  const left = isReleased(line) ? 0 : Math.min(price, Math.max(0, price - spentInYear(spentOn(line), line)));
  const parts = left === 0 ? undefined : splitByLargestRemainder(left, weightsOf(line));
  return { ...line, encumbrances: line.encumbrances.map(({ fund }) => ({ fund, amount: parts?.get(fund) ?? 0 })) };
};

/** Returns a line whose missing copies are cancelled: it takes what the received ones cost, less what was invoiced. */
export const cancelledLine = (line: Line, reason: string): Line => {
  const copies = wantedOf(line) - line.received;
  if (copies === 0) return line;
  return withEncumbrances({ ...line, cancelled: { copies: copies + (line.cancelled?.copies ?? 0), reason } });
};

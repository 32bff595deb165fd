import * as z from 'zod';
import { daySchema } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { currencySchema } from '../../../layers/kernel/money/currency.ts';
import { divideHalfEven } from '../../../layers/kernel/money/exact.ts';
import { splitByLargestRemainder } from '../../../layers/kernel/money/split.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';
import { yearCodeSchema } from './fiscal-year.ts';
import { fundCodeSchema } from './fund.ts';
import { amountsOf, invoiceAdjustmentSchema, percentSharesSchema } from './invoice-amounts.ts';
import { type Order, orderIdSchema } from './order.ts';
import { factorOf, foreignSchema, gapOf, type Price, type Share } from './order-price.ts';
import { vendorCodeSchema } from './vendor.ts';

/** How many lines an invoice has at most. */
const MOST_LINES = 300;

/** How many funds, and how many orders, an invoice names at most: one transaction posts it to all of them and the funds above. */
const MOST_FUNDS = 15;
const MOST_ORDERS = 15;

/** The highest amount of a line in minor units. */
const MOST_OF_A_LINE = 1_000_000_000_000;

/** How many steps of an invoice are recorded. */
const MOST_STEPS = 100;

/** The id of an invoice. */
export const invoiceIdSchema = z.string().min(1).max(40);

const statedLine = {
  text: oneLine(150),
  /** Copies; below 0 when copies are returned. */
  copies: z.int().min(-10_000).max(10_000),
  /** The price of one in minor units of the invoice; below 0 for a credit without a return. */
  price: z.int().min(-1_000_000_000).max(1_000_000_000),
  /** The sum of the line, where the vendor states another one than copies × price. */
  sum: z.int().min(-MOST_OF_A_LINE).max(MOST_OF_A_LINE).exactOptional(),
  /** In hundredths of a percent. */
  taxRate: z.int().min(0).max(10_000),
};

/** The line of an order that is invoiced; `releases` releases what it still takes of its funds. */
const orderLineSchema = z.strictObject({
  ...{ orderId: orderIdSchema, line: z.int().min(1) },
  releases: z.literal(true).exactOptional(),
});

/** A line of an invoice as it is written: for a line of an order, whose funds pay, or with funds of its own. */
const invoiceLineTermsSchema = z.union([
  z.strictObject({ ...statedLine, order: orderLineSchema }),
  z.strictObject({ ...statedLine, shares: percentSharesSchema }),
]);
export type InvoiceLineTerms = z.infer<typeof invoiceLineTermsSchema>;

const partsSchema = z.array(z.strictObject({ fund: fundCodeSchema, amount: z.int() }));

const computedLine = {
  number: z.int().min(1),
  /** Its amount, tax and part of the adjustments in minor units of the invoice, and their sum in those of the funds. */
  ...{ amount: z.int(), tax: z.int(), adjusted: z.int(), total: z.int() },
  /** What of the sum the exchange rate has changed since the order. */
  exchange: z.int().exactOptional(),
  parts: partsSchema,
};
const invoiceLineSchema = z.union([
  z.strictObject({ ...statedLine, ...computedLine, order: orderLineSchema }),
  z.strictObject({ ...statedLine, ...computedLine, shares: percentSharesSchema }),
]);
export type InvoiceLine = z.infer<typeof invoiceLineSchema>;

/**
 * `open`: it may be changed. `reviewed`: another person approves it. `approved`: its money is spent and awaits payment. `paid`: paid.
 * `cancelled`: ended, and what it posted was reversed.
 */
export const invoiceStates = ['open', 'reviewed', 'approved', 'paid', 'cancelled'] as const;
export type InvoiceState = (typeof invoiceStates)[number];

/** What staff write of an invoice while it is open. */
export const invoiceTermsSchema = z.strictObject({
  year: yearCodeSchema,
  vendor: vendorCodeSchema,
  /** The number that the vendor gave it. */
  number: oneLine(40).regex(/[\p{L}\p{N}]/u, 'A number has a letter or a digit'),
  date: daySchema,
  dueDate: daySchema.exactOptional(),
  /** Its currency where it is not that of the funds, with the rate that is applied. */
  foreign: foreignSchema.exactOptional(),
  /** What the vendor states as the sum: the invoice is approved only when its lines make it up. */
  lockTotal: z.int().min(-MOST_OF_A_LINE).max(MOST_OF_A_LINE).exactOptional(),
  /** The prices contain their tax. */
  taxIncluded: z.boolean(),
  note: oneLine(300).exactOptional(),
  lines: z.array(invoiceLineTermsSchema).min(1).max(MOST_LINES),
  adjustments: z.array(invoiceAdjustmentSchema).max(20),
});
export type InvoiceTerms = z.infer<typeof invoiceTermsSchema>;

/** What was done with an invoice. */
export const invoiceActs = ['write', 'submit', 'approve', 'reject', 'pay', 'cancel'] as const;
const stepSchema = z.strictObject({
  act: z.enum(invoiceActs),
  ...{ by: z.string(), at: z.iso.datetime() },
  reason: oneLine(200).exactOptional(),
  /** When it was paid, and by which reference. */
  ...{ on: daySchema.exactOptional(), reference: oneLine(60).exactOptional() },
});
export type InvoiceStep = z.infer<typeof stepSchema>;

/** What a step posted to a fund. Postings never change: a cancellation adds the reverse. */
const postedSchema = z.strictObject({
  act: z.enum(['approve', 'pay', 'cancel']),
  day: daySchema,
  funds: z.array(
    z.strictObject({
      fund: fundCodeSchema,
      ...{ encumbered: z.int(), awaiting: z.int(), expended: z.int(), credits: z.int() },
    }),
  ),
});
export type Posted = z.infer<typeof postedSchema>;

/** What one payee is paid for an invoice, in its minor units: below 0 for a credit. Without a payee it is the vendor. */
const voucherSchema = z.strictObject({ number: z.string(), payee: oneLine(120).exactOptional(), amount: z.int() });
export type Voucher = z.infer<typeof voucherSchema>;

/** An invoice of a vendor. `preparedBy` wrote its present text, and never approves it as the second person. */
export const invoiceSchema = z
  .strictObject({
    ...{ invoiceId: invoiceIdSchema, memberId: memberIdSchema, currency: currencySchema },
    ...invoiceTermsSchema.omit({ lines: true }).shape,
    state: z.enum(invoiceStates),
    lines: z.array(invoiceLineSchema).min(1).max(MOST_LINES),
    /** What the vendor is paid, in minor units of the invoice. */
    payable: z.int(),
    /** What the funds pay, in minor units of the funds, and each of them; `isNew` marks what is for no order. */
    total: z.int(),
    spending: z.array(z.strictObject({ fund: fundCodeSchema, amount: z.int(), isNew: z.boolean() })),
    postings: z.array(postedSchema).max(3),
    /** Numbered without a gap in the fiscal year by the approval; they stay when the invoice is cancelled. */
    vouchers: z.array(voucherSchema).max(21).exactOptional(),
    preparedBy: z.string(),
    steps: z.array(stepSchema).max(MOST_STEPS),
    v: z.int().min(1),
  })
  .meta({ id: 'VendorInvoice' });
export type Invoice = z.infer<typeof invoiceSchema>;

/** Returns the normal form of an invoice number, in which two numbers are compared: letters and digits in upper case. */
export const normalNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Returns the ids of the orders that an invoice names. */
export const ordersOf = ({ lines }: Pick<InvoiceTerms, 'lines'>): string[] => [
  ...new Set(lines.flatMap((line) => ('order' in line ? [line.order.orderId] : []))),
];

/** Orders by id, as far as they exist. */
export type OrdersById = ReadonlyMap<string, Order>;

const orderLineOf = (line: InvoiceLineTerms, orders: OrdersById) =>
  'order' in line ? orders.get(line.order.orderId)?.lines.find(({ number }) => number === line.order.line) : undefined;

const sharesOf = (line: InvoiceLineTerms, orders: OrdersById): readonly Share[] =>
  'shares' in line ? line.shares : (orderLineOf(line, orders)?.shares ?? []);

type WrittenInvoice = { terms: InvoiceTerms; orders: OrdersById };

const invoiced: readonly Order['state'][] = ['placed', 'partly-received', 'received', 'closed'];

/** Returns whether invoices are for orders of a state. */
export const isInvoicedState = (state: Order['state']): boolean => invoiced.includes(state);

const isUnfit = (line: InvoiceLineTerms, { terms, orders }: WrittenInvoice): boolean => {
  if ('shares' in line) return false;
  const order = orders.get(line.order.orderId);
  if (!order || order.vendor !== terms.vendor || order.year !== terms.year) return true;
  return !isInvoicedState(order.state) || !orderLineOf(line, orders);
};

/** Why an invoice cannot be written: the line or adjustment, counted from 0, and why. */
type InvoiceGap = {
  code: 'unfit-order-line' | 'percents-differ' | 'same-share' | 'price-too-high' | 'bad-copies';
  at: `/lines/${number}` | `/adjustments/${number}`;
};

const shareGap = (shares: readonly Share[]): 'percents-differ' | 'same-share' | undefined => {
  const gap = gapOf(shares, 0);
  return gap?.code === 'same-share' ? 'same-share' : gap && 'percents-differ';
};

/** Returns why the first line or adjustment that cannot be invoiced cannot. */
export const invoiceGap = (written: WrittenInvoice, currency: string): InvoiceGap | undefined => {
  const { terms } = written;
  for (const [place, line] of terms.lines.entries()) {
    const at = `/lines/${place}` as const;
    if (isUnfit(line, written)) return { code: 'unfit-order-line', at };
    if (line.copies === 0 || (line.copies < 0 && line.price < 0)) return { code: 'bad-copies', at };
    const code = 'shares' in line ? shareGap(line.shares) : undefined;
    if (code) return { code, at };
  }
  for (const [place, adjustment] of terms.adjustments.entries()) {
    const code = 'shares' in adjustment ? shareGap(adjustment.shares) : undefined;
    if (code) return { code, at: `/adjustments/${place}` };
  }
  const isTooHigh = ({ whole }: { whole: number }): boolean =>
    Math.abs(whole) > MOST_OF_A_LINE || Math.abs(convert(whole, terms.foreign, currency)) > MOST_OF_A_LINE;
  const high = amountsOf(terms).lines.findIndex(isTooHigh);
  return high < 0 ? undefined : { code: 'price-too-high', at: `/lines/${high}` };
};

/** Converts minor units of an invoice to those of its funds, rounded once. */
const convert = (amount: number, foreign: Price['foreign'], currency: string): number => {
  const [by, of] = factorOf(foreign, currency);
  return Number(divideHalfEven(BigInt(amount) * by, of));
};

/** Splits an amount over funds by the shares of a line; equally where all of them are 0. */
const partsOf = (amount: number, shares: readonly Share[]): { fund: string; amount: number }[] => {
  const weights = shares.map((share): [string, number] => [
    share.fund,
    'percent' in share ? share.percent : share.amount,
  ]);
  const isNothing = weights.every(([, weight]) => weight === 0);
  const parts = splitByLargestRemainder(amount, new Map(weights.map(([fund, one]) => [fund, isNothing ? 1 : one])));
  return [...parts].map(([fund, part]) => ({ fund, amount: part }));
};

/** Returns what the rate of an invoice changes against that of the order, where both are in one foreign currency. */
const exchangeOf = (
  whole: number,
  line: InvoiceLineTerms,
  { terms, orders }: WrittenInvoice,
  currency: string,
): { exchange?: number } => {
  const ordered = orderLineOf(line, orders)?.price.foreign;
  if (!ordered || !terms.foreign || ordered.currency !== terms.foreign.currency) return {};
  const exchange = convert(whole, terms.foreign, currency) - convert(whole, ordered, currency);
  return exchange === 0 ? {} : { exchange };
};

const spendingOf = (lines: readonly InvoiceLine[], { adjustments, foreign }: InvoiceTerms, currency: string) => {
  const isForOrder = lines.some((line) => 'order' in line);
  const all = [
    ...lines.flatMap((line) => line.parts.map((part) => ({ ...part, isNew: 'shares' in line }))),
    ...adjustments.flatMap((adjustment) =>
      'shares' in adjustment
        ? partsOf(convert(adjustment.amount, foreign, currency), adjustment.shares).map((part) => ({
            ...part,
            isNew: !isForOrder,
          }))
        : [],
    ),
  ];
  return [...Map.groupBy(all, ({ fund }) => fund)].map(([fund, parts]) => ({
    fund,
    amount: parts.reduce((sum, { amount }) => sum + amount, 0),
    isNew: parts.some(({ isNew }) => isNew),
  }));
};

type Named = Pick<Invoice, 'invoiceId' | 'memberId' | 'currency' | 'v' | 'steps'>;

/** Returns an open invoice with its amounts and what each fund pays. */
export const openInvoice = ({
  terms,
  orders,
  by,
  at,
  steps,
  ...named
}: Named & WrittenInvoice & { by: string; at: string }): Invoice => {
  const amounts = amountsOf(terms);
  const lines = terms.lines.map((line, place): InvoiceLine => {
    const { whole = 0, ...sums } = amounts.lines[place] ?? { amount: 0, tax: 0, adjusted: 0 };
    const total = convert(whole, terms.foreign, named.currency);
    const parts = partsOf(total, sharesOf(line, orders));
    const exchange = exchangeOf(whole, line, { terms, orders }, named.currency);
    return { ...line, number: place + 1, ...sums, total, ...exchange, parts };
  });
  const spending = spendingOf(lines, terms, named.currency);
  return {
    ...{ ...named, ...terms, state: 'open', lines, payable: amounts.payable, spending, postings: [], preparedBy: by },
    total: spending.reduce((sum, { amount }) => sum + amount, 0),
    steps: [...steps, { act: 'write', by, at }],
  };
};

/** Returns whether an invoice names more funds or orders than one transaction writes. The funds of its orders count. */
export const hasTooManyPostings = ({ spending, lines }: Pick<Invoice, 'spending' | 'lines'>): boolean =>
  spending.length > MOST_FUNDS || ordersOf({ lines }).length > MOST_ORDERS;

/** Returns whether one more step of an invoice can be recorded. */
export const takesInvoiceStep = ({ steps }: Invoice): boolean => steps.length < MOST_STEPS;

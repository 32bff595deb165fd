import type * as z from 'zod';
import { decimalsOf } from '../../../layers/kernel/money/currency.ts';
import { parseExact, toMinorUnits } from '../../../layers/kernel/money/exact.ts';
import { inOneLine } from '../../../layers/kernel/text/typed-text.ts';
import { sumsOfInvoice } from '../../../layers/protocols/edifact/invoice-sums.ts';
import type { LibraryMessage, MessageLine } from '../../../layers/protocols/edifact/library-message.ts';
import { type InvoiceLineTerms, type InvoiceTerms, invoiceTermsSchema } from './invoice.ts';
import { amountOf, amountsOf } from './invoice-amounts.ts';
import { dayIn, noOrderLine, type OrdersByNumber, orderLineOf, priceIn } from './message-orders.ts';
import type { Price } from './order-price.ts';

/** The code of a credit note (BGM 1001); other documents are invoices. */
const CREDIT_NOTE = '381';

const LONGEST_TEXT = 150;
const HUNDREDTHS = 2;
const WHOLE = 10_000;

/** What a library states for the invoices of a file: the vendor, the year and the fund of lines that name no order. */
type Stated = { vendor: string; year: string; fund?: string | undefined; today: string };

/** What the invoice is matched with: the currency of its year, and the placed orders of the vendor. */
type Known = { currency: string; orders: OrdersByNumber };

/** Why a message makes no invoice: with its segment, and the line where one is the reason. */
export type MessageRefusal = {
  code: 'not-an-invoice' | 'several-years' | 'no-such-order-line' | 'no-rate' | 'bad-values';
  segment: number;
  line?: string;
  detail: string;
};

const minor = (decimal: string, currency: string): number => toMinorUnits(parseExact(decimal), decimalsOf(currency));

/** The price of one that the vendor charges: net, as invoiced, or else gross. */
const priceOf = (line: MessageLine): string | undefined => priceIn(line, ['AAA', 'INV', 'AAB']);

/** A credit note states its amounts without a sign; they are below 0 in an invoice. */
const signOf = ({ document }: LibraryMessage): number => (document.kind === CREDIT_NOTE ? -1 : 1);

type Reading = { message: LibraryMessage; currency: string; orders: OrdersByNumber; fund: string | undefined };

const lineOf = (line: MessageLine, { message, currency, orders, fund }: Reading): InvoiceLineTerms | MessageRefusal => {
  const sign = signOf(message);
  const copies = line.quantities.find(({ qualifier }) => qualifier === '47')?.value ?? 1;
  const stated = line.sums.find(({ qualifier }) => qualifier === '203')?.value;
  const sum = stated === undefined ? undefined : minor(stated, currency);
  const typed = priceOf(line);
  const price = typed === undefined ? Math.round((sum ?? 0) / Math.max(1, copies)) : minor(typed, currency);
  const text = inOneLine(line.texts.title ?? line.ids[0]?.value ?? '').slice(0, LONGEST_TEXT);
  const [rate] = line.taxes;
  const terms = {
    ...{ text: text === '' ? line.number : text, copies, price: sign * price },
    taxRate: rate === undefined ? 0 : toMinorUnits(parseExact(rate), HUNDREDTHS),
    ...(sum !== undefined && sum !== copies * price && { sum: sign * sum }),
  };
  const found = orderLineOf(line, message, orders);
  if (found) return { ...terms, order: { orderId: found.order.orderId, line: found.line.number } };
  if (fund !== undefined) return { ...terms, shares: [{ fund, percent: WHOLE }] };
  return noOrderLine(line);
};

const issueOf = ({ issues: [issue] }: z.ZodError): string => `${issue?.path.join(' ')}: ${issue?.message}`;

const isRefusal = (value: object): value is MessageRefusal => 'segment' in value;

/**
 * Charges of the message and of its lines, and what the stated tax differs from the tax by the rates of the lines. With them the invoice
 * makes up what the sums of the message do.
 */
const adjustmentsOf = (
  message: LibraryMessage,
  lines: readonly InvoiceLineTerms[],
  currency: string,
): InvoiceTerms['adjustments'] => {
  const sign = signOf(message);
  const { charges, tax } = sumsOfInvoice(message, currency);
  const statesTax = [...message.sums, ...message.lines.flatMap(({ sums }) => sums)].some(
    ({ qualifier }) => qualifier === '124',
  );
  const { payable } = amountsOf({ lines, taxIncluded: false, adjustments: [] });
  const byRates = payable - lines.reduce((sum, line) => sum + amountOf(line), 0);
  const costs: [string, number][] = [
    ['Charges', sign * charges],
    [byRates === 0 ? 'Tax' : 'Rounding of the tax', statesTax ? sign * tax - byRates : 0],
  ];
  return costs.flatMap(([text, amount]) => (amount === 0 ? [] : [{ text, amount, prorate: 'amount' as const }]));
};

/** The rate of another currency is that of the order, because a message states none. */
const foreignOf = (message: LibraryMessage, { currency: own, orders }: Known): Price['foreign'] | 'no-rate' => {
  const currency = message.currency ?? own;
  if (currency === own) return undefined;
  const rates = message.lines.flatMap((line) => orderLineOf(line, message, orders)?.line.price.foreign ?? []);
  return rates.find((rate) => rate.currency === currency) ?? 'no-rate';
};

/** Returns the fiscal years of the orders that an invoice is for. */
export const yearsOfMessage = (message: LibraryMessage, orders: OrdersByNumber): string[] => [
  ...new Set(message.lines.flatMap((line) => orderLineOf(line, message, orders)?.order.year ?? [])),
];

/**
 * Returns an INVOIC message as the terms of an open invoice. Its lines are for the lines of orders that they name. What the vendor states as
 * payable is the sum that the lines have to make up, so that a difference is shown and not approved.
 */
export const invoiceOfMessage = (
  message: LibraryMessage,
  { vendor, year, fund, today }: Stated,
  { currency: own, orders }: Known,
): InvoiceTerms | MessageRefusal => {
  const { place: segment, type, document } = message;
  if (type !== 'INVOIC') return { code: 'not-an-invoice', segment, detail: `It is ${type}.` };
  const years = yearsOfMessage(message, orders);
  if (years.length > 1)
    return { code: 'several-years', segment, detail: `Its orders are of the fiscal years ${years.join(', ')}.` };
  const foreign = foreignOf(message, { currency: own, orders });
  if (foreign === 'no-rate')
    return { code: 'no-rate', segment, detail: `It is in ${message.currency?.slice(0, 3)}; no order states a rate.` };
  const currency = foreign?.currency ?? own;
  const read = message.lines.map((line) => lineOf(line, { message, currency, orders, fund }));
  const refused = read.find(isRefusal);
  if (refused && isRefusal(refused)) return refused;
  const stated = invoiceTermsSchema.shape.lines.safeParse(read);
  if (!stated.success) return { code: 'bad-values', segment, detail: issueOf(stated.error) };
  const lines = stated.data;
  const statesPayable = message.sums.some(({ qualifier }) => qualifier === '86');
  const sign = signOf(message);
  const dueDate = dayIn(message, '13');
  const terms = invoiceTermsSchema.safeParse({
    ...{ year: years[0] ?? year, vendor, number: document.number, date: dayIn(message, '137') ?? today },
    ...(dueDate !== undefined && { dueDate }),
    ...(foreign && { foreign }),
    ...(statesPayable && { lockTotal: sign * sumsOfInvoice(message, currency).payable }),
    ...{ taxIncluded: false, lines, adjustments: adjustmentsOf(message, lines, currency) },
  });
  return terms.success ? terms.data : { code: 'bad-values', segment, detail: issueOf(terms.error) };
};

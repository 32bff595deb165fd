import { hundredthsOf, percentText } from '../orders/order-entry.ts';
import { notInvoicedOf, type Order, type OrderLine } from '../orders/orders.ts';
import type { Adjustment, Invoice, InvoiceBody, InvoiceLine, InvoiceLineBody } from './invoices.ts';

/** The fields of a line of an invoice as they are typed. */
export type EnteredLine = {
  id: number;
  text: string;
  copies: string;
  price: string;
  tax: string;
  /** The line of an order that is invoiced; absent for a line with a fund of its own. */
  order?: { orderId: string; line: number };
  releases: boolean;
  fund: string;
  /** What the vendor states of the sum, and shares of several funds: as they were loaded, not typed. */
  stated?: { sum?: number; copies: string; price: string };
  shares?: { fund: string; percent: number }[];
};

/** A cost beside the lines as it is typed: divided over them, or paid by a fund of its own. */
export type EnteredCost = {
  id: number;
  text: string;
  amount: string;
  prorate: 'amount' | 'line' | 'quantity' | 'fund';
  fund: string;
  payee: string;
  shares?: { fund: string; percent: number }[];
};

/** The fields of an invoice beside its lines. */
export type EnteredHead = Record<
  'vendor' | 'number' | 'date' | 'dueDate' | 'lockTotal' | 'currency' | 'rate' | 'source' | 'note',
  string
> & { taxIncluded: boolean };

/** Why an invoice cannot be sent: the field that cannot be read, of a line or cost or of the whole. */
export type Fault = {
  field: 'number' | 'date' | 'lockTotal' | 'rate' | 'text' | 'copies' | 'price' | 'tax' | 'fund' | 'amount' | 'lines';
  id?: number;
};

type Minor = (text: string, currency: string) => number | undefined;
type Typed = (minor: number, currency: string) => string;

const HUNDRED = 10_000;

/** Returns the ordered price of one, less the discount, in minor units of the line. */
const unitPrice = ({ price }: OrderLine): number => {
  const { printed, printedPrice, electronic, electronicPrice, discount } = price;
  const sum = printed * printedPrice + electronic * electronicPrice;
  return Math.round((sum * (HUNDRED - discount)) / (HUNDRED * Math.max(1, printed + electronic)));
};

/** Returns the fields of an invoice, or empty ones for a new invoice of a vendor. */
export const headOf = (
  invoice: Invoice | undefined,
  first: { vendor: string; day: string },
  typed: Typed,
): EnteredHead => ({
  ...{ vendor: invoice?.vendor ?? first.vendor, number: invoice?.number ?? '', date: invoice?.date ?? first.day },
  ...{ dueDate: invoice?.dueDate ?? '', note: invoice?.note ?? '', taxIncluded: invoice?.taxIncluded ?? false },
  ...{ currency: invoice?.foreign?.currency ?? '', rate: invoice?.foreign?.rate ?? '' },
  source: invoice?.foreign?.source ?? '',
  lockTotal:
    invoice?.lockTotal === undefined ? '' : typed(invoice.lockTotal, invoice.foreign?.currency ?? invoice.currency),
});

/** Returns the lines of an order that were received and are not invoiced, with the ordered prices. */
export const receivedLines = (
  order: Order,
  known: readonly EnteredLine[],
  from: number,
  typed: Typed,
): EnteredLine[] => {
  const isKnown = (line: number): boolean =>
    known.some((one) => one.order?.orderId === order.orderId && one.order.line === line);
  const open = order.lines.filter((line) => notInvoicedOf(line) > 0 && !isKnown(line.number));
  return open.map((line, at) => ({
    ...{ id: from + at, text: line.title.slice(0, 150), copies: String(notInvoicedOf(line)) },
    ...{
      price: typed(unitPrice(line), line.price.foreign?.currency ?? order.currency),
      tax: percentText(line.price.tax),
    },
    ...{ order: { orderId: order.orderId, line: line.number }, releases: false, fund: '' },
  }));
};

/** Returns an empty line with a fund of its own. */
export const ownLine = (id: number, fund = ''): EnteredLine => ({
  ...{ id, text: '', copies: '1', price: '', tax: '', releases: false, fund },
});

/** Returns an empty cost beside the lines. */
export const emptyCost = (id: number, text = '', amount = ''): EnteredCost => ({
  ...{ id, text, amount, prorate: 'amount', fund: '', payee: '' },
});

/** Returns the fields of a line that was entered. */
export const enteredLine = (line: InvoiceLine, currency: string, typed: Typed): EnteredLine => {
  const [copies, price] = [String(line.copies), typed(line.price, currency)];
  return {
    ...{ id: line.number, text: line.text, copies, price, tax: percentText(line.taxRate) },
    ...(line.sum !== undefined && { stated: { sum: line.sum, copies, price } }),
    ...('order' in line
      ? {
          order: { orderId: line.order.orderId, line: line.order.line },
          ...{ releases: line.order.releases ?? false, fund: '' },
        }
      : {
          ...{ releases: false, fund: line.shares[0]?.fund ?? '' },
          ...(line.shares.length > 1 && { shares: line.shares }),
        }),
  };
};

/** Returns the fields of a cost that was entered. */
export const enteredCost = (cost: Adjustment, id: number, currency: string, typed: Typed): EnteredCost => ({
  ...{ id, text: cost.text, amount: typed(cost.amount, currency), payee: cost.payee ?? '' },
  ...('shares' in cost
    ? {
        ...{ prorate: 'fund' as const, fund: cost.shares[0]?.fund ?? '' },
        ...(cost.shares.length > 1 && { shares: cost.shares }),
      }
    : { prorate: cost.prorate, fund: '' }),
});

/** Reads a typed amount that may be below 0. */
const signed = (text: string, currency: string, minor: Minor): number | undefined => {
  const plain = text.trim().replace(/^[−–]/, '-');
  const isBelow = plain.startsWith('-');
  const amount = minor(isBelow ? plain.slice(1) : plain, currency);
  return amount === undefined ? undefined : isBelow ? 0 - amount : amount;
};

const sharesOf = ({ shares, fund }: { shares?: EnteredLine['shares']; fund: string }) =>
  shares ?? [{ fund, percent: HUNDRED }];

type Read<T> = T | Fault;
const isFault = (value: object): value is Fault => 'field' in value;

const lineBody = (line: EnteredLine, currency: string, minor: Minor): Read<InvoiceLineBody> => {
  const { id, order, releases } = line;
  const copies = /^-?\d{1,5}$/.test(line.copies.trim()) ? Number(line.copies) : 0;
  const [price, taxRate] = [signed(line.price, currency, minor), hundredthsOf(line.tax)];
  if (line.text.trim() === '') return { field: 'text', id };
  if (copies === 0) return { field: 'copies', id };
  if (price === undefined) return { field: 'price', id };
  if (taxRate === undefined) return { field: 'tax', id };
  if (!order && sharesOf(line).some(({ fund }) => fund === '')) return { field: 'fund', id };
  const isAsStated = line.stated?.copies === line.copies && line.stated.price === line.price;
  const sum = isAsStated && line.stated?.sum !== undefined ? { sum: line.stated.sum } : {};
  const stated = { text: line.text.trim(), copies, price, taxRate, ...sum };
  return order
    ? { ...stated, order: { ...order, ...(releases && { releases: true as const }) } }
    : { ...stated, shares: sharesOf(line) };
};

const costBody = (cost: EnteredCost, currency: string, minor: Minor): Read<Adjustment> => {
  const { id, payee, prorate } = cost;
  const amount = signed(cost.amount, currency, minor);
  if (cost.text.trim() === '') return { field: 'text', id };
  if (amount === undefined) return { field: 'amount', id };
  if (prorate === 'fund' && sharesOf(cost).some(({ fund }) => fund === '')) return { field: 'fund', id };
  const stated = { text: cost.text.trim(), amount, ...(payee.trim() && { payee: payee.trim() }) };
  return prorate === 'fund' ? { ...stated, shares: sharesOf(cost) } : { ...stated, prorate };
};

type Entered = { head: EnteredHead; lines: readonly EnteredLine[]; costs: readonly EnteredCost[] };

/** Returns an invoice as it is sent, or the first field that cannot be read. `currency` is that of the funds. */
export const invoiceBody = (
  { head, lines, costs }: Entered,
  { year, currency }: { year: string; currency: string },
  minor: Minor,
): Read<Omit<InvoiceBody, 'v' | 'invoiceId'>> => {
  const own = head.currency.trim().toUpperCase() || currency;
  const rate = head.rate.trim().replace(',', '.');
  const lockTotal = head.lockTotal.trim() === '' ? undefined : signed(head.lockTotal, own, minor);
  if (!/[\p{L}\p{N}]/u.test(head.number)) return { field: 'number' };
  if (head.date === '') return { field: 'date' };
  if (head.lockTotal.trim() !== '' && lockTotal === undefined) return { field: 'lockTotal' };
  if (own !== currency && !/^\d{1,6}(?:\.\d{1,8})?$/.test(rate)) return { field: 'rate' };
  if (lines.length === 0) return { field: 'lines' };
  const [read, stated] = [
    lines.map((line) => lineBody(line, own, minor)),
    costs.map((cost) => costBody(cost, own, minor)),
  ];
  const fault = [...read, ...stated].find(isFault);
  if (fault && isFault(fault)) return fault;
  return {
    ...{ year, vendor: head.vendor, number: head.number.trim(), date: head.date, taxIncluded: head.taxIncluded },
    ...(head.dueDate !== '' && { dueDate: head.dueDate }),
    ...(lockTotal !== undefined && { lockTotal }),
    ...(head.note.trim() && { note: head.note.trim() }),
    ...(own !== currency && { foreign: { currency: own, rate, source: head.source.trim() || '–', on: head.date } }),
    lines: read.filter((one): one is InvoiceLineBody => !isFault(one)),
    adjustments: stated.filter((one): one is Adjustment => !isFault(one)),
  };
};

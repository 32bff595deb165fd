import { divideHalfEven } from '../../../layers/kernel/money/exact.ts';
import type { Invoice, InvoiceLine, OrdersById } from './invoice.ts';
import { countedOf } from './invoice-amounts.ts';
import {
  invoicedOf,
  type Line,
  type LineInvoice,
  MOST_INVOICES,
  type Order,
  spentOn,
  wantedOf,
  withEncumbrances,
} from './order.ts';
import { copiesOf, factorOf } from './order-price.ts';
import { isEncumbered } from './order-step.ts';

/**
 * Why a person decides about a line: its price is above the ordered one by more than the tolerance, more copies are invoiced than were
 * received or ordered, or more is credited than was invoiced.
 */
export const mismatches = ['price', 'not-received', 'not-ordered', 'credit'] as const;
export type Mismatch = (typeof mismatches)[number];

/** A line of an invoice beside that of its order: copies that are wanted, received, and in other invoices, and the ordered price of one. */
export type Match = {
  line: number;
  wanted: number;
  received: number;
  invoiced: number;
  /** In minor units of the invoice, with tax where its prices contain it. */
  expected: number;
  differs: Mismatch[];
};

/** A price as a fraction in minor units of the funds, exact. */
type Fraction = { of: bigint; by: bigint };

const factorsOf = ({ price }: Line, { foreign, currency }: Invoice) =>
  price.foreign && foreign && price.foreign.currency === foreign.currency
    ? // The rate is no part of the price.
      { ordered: [1n, 1n] as const, invoiced: [1n, 1n] as const }
    : { ordered: factorOf(price.foreign, currency), invoiced: factorOf(foreign, currency) };

const orderedPrice = ({ price }: Line, [by, of]: readonly [bigint, bigint]): Fraction => {
  const { printed, printedPrice, electronic, electronicPrice, discount } = price;
  const sum = BigInt(printed) * BigInt(printedPrice) + BigInt(electronic) * BigInt(electronicPrice);
  return { of: sum * BigInt(10_000 - discount) * by, by: 10_000n * BigInt(Math.max(1, copiesOf(price))) * of };
};

const netPart = (line: InvoiceLine, { taxIncluded }: Invoice): bigint =>
  taxIncluded ? BigInt(10_000 + line.taxRate) : 10_000n;

/** Returns whether the price of one is above the ordered one by more than the tolerance, in hundredths of a percent. */
const isDearer = (line: InvoiceLine, ordered: Line, invoice: Invoice, tolerance: number): boolean => {
  if (line.amount <= 0 || line.copies <= 0) return false;
  const factors = factorsOf(ordered, invoice);
  const expected = orderedPrice(ordered, factors.ordered);
  const [by, of] = factors.invoiced;
  const price = { of: BigInt(line.amount) * 10_000n * by, by: netPart(line, invoice) * BigInt(line.copies) * of };
  return price.of * expected.by * 10_000n > expected.of * price.by * BigInt(10_000 + tolerance);
};

const expectedPrice = (line: InvoiceLine, ordered: Line, invoice: Invoice): number => {
  const factors = factorsOf(ordered, invoice);
  const expected = orderedPrice(ordered, factors.ordered);
  const [by, of] = factors.invoiced;
  return Number(divideHalfEven(expected.of * of * netPart(line, invoice), expected.by * by * 10_000n));
};

const taken = ({ lines }: Invoice, orderId: string, number: number) =>
  lines.filter((line) => 'order' in line && line.order.orderId === orderId && line.order.line === number);
const sumOf = (lines: readonly InvoiceLine[], of: (line: InvoiceLine) => number): number =>
  lines.reduce((sum, line) => sum + of(line), 0);

/** Returns the lines of an invoice that name an order beside the lines of the orders, and why a person decides about them. */
export const matchesOf = (invoice: Invoice, orders: OrdersById, tolerance: number): Match[] =>
  invoice.lines.flatMap((line) => {
    if (!('order' in line)) return [];
    const { orderId, line: number } = line.order;
    const ordered = orders.get(orderId)?.lines.find((one) => one.number === number);
    if (!ordered) return [];
    const others = { invoices: (ordered.invoices ?? []).filter(({ invoiceId }) => invoiceId !== invoice.invoiceId) };
    const own = taken(invoice, orderId, number);
    const [wanted, received, invoiced] = [wantedOf(ordered), ordered.received, invoicedOf(others)];
    const copies = sumOf(own, countedOf);
    const differs: Mismatch[] = [
      ...(isDearer(line, ordered, invoice, tolerance) ? (['price'] as const) : []),
      ...(copies > 0 && invoiced + copies > wanted
        ? (['not-ordered'] as const)
        : copies > 0 && invoiced + copies > received
          ? (['not-received'] as const)
          : []),
      ...(spentOn(others) + sumOf(own, ({ total }) => total) < 0 ? (['credit'] as const) : []),
    ];
    return [
      { line: line.number, wanted, received, invoiced, expected: expectedPrice(line, ordered, invoice), differs },
    ];
  });

/** Returns whether a person decides about an invoice, because something of it does not match what was ordered and received. */
export const isHeld = (matches: readonly Match[]): boolean => matches.some(({ differs }) => differs.length > 0);

const changedLine = (order: Order, line: Line, invoices: LineInvoice[]): Line => {
  const { invoices: _before, ...rest } = line;
  const after = invoices.length === 0 ? rest : { ...rest, invoices };
  return isEncumbered(order.state) ? withEncumbrances(after) : after;
};

/** Returns an order after an invoice of it was approved: its lines take less of their funds. */
export const invoicedOrder = (order: Order, invoice: Invoice): Order => ({
  ...order,
  v: order.v + 1,
  lines: order.lines.map((line) => {
    const own = taken(invoice, order.orderId, line.number);
    if (own.length === 0) return line;
    const releases = own.some((one) => 'order' in one && one.order.releases);
    const [copies, amount] = [sumOf(own, countedOf), sumOf(own, ({ total }) => total)];
    const { invoiceId, number } = invoice;
    const added = { invoiceId, number, copies, amount, ...(releases && { releases: true as const }) };
    return changedLine(order, line, [...(line.invoices ?? []), added]);
  }),
});

/** Returns an order after an approved invoice of it was cancelled: its lines take of their funds what the invoice had released. */
export const withoutInvoice = (order: Order, { invoiceId }: Invoice): Order => ({
  ...order,
  v: order.v + 1,
  lines: order.lines.map((line) =>
    line.invoices?.some((one) => one.invoiceId === invoiceId)
      ? changedLine(
          order,
          line,
          line.invoices.filter((one) => one.invoiceId !== invoiceId),
        )
      : line,
  ),
});

/** Returns whether a line of the orders has as many invoices as it may have. */
export const hasTooManyInvoices = (invoice: Invoice, orders: OrdersById): boolean =>
  [...orders.values()].some((order) =>
    order.lines.some(
      ({ number, invoices = [] }) =>
        invoices.length >= MOST_INVOICES && taken(invoice, order.orderId, number).length > 0,
    ),
  );

import type { PageRequest } from '../../../layers/platform/dynamodb/cursor.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { InvoiceDeps } from '../deps.ts';
import { toleranceOf } from '../domain/fiscal-year.ts';
import { type Invoice, type InvoiceState, type OrdersById, ordersOf } from '../domain/invoice.ts';
import { type Mismatch, matchesOf, mismatches } from '../domain/invoice-match.ts';

type Filter = {
  state?: InvoiceState | undefined;
  vendor?: string | undefined;
  fund?: string | undefined;
  order?: string | undefined;
};
type Input = { memberId: string; filter: Filter; page: PageRequest };

const isDecided = ({ state }: Invoice): boolean => state !== 'open' && state !== 'reviewed';

/** Returns what of an invoice that is not approved does not match its orders. */
const differing = (invoice: Invoice, orders: OrdersById, tolerance: number): Mismatch[] => {
  if (isDecided(invoice)) return [];
  const found = new Set(matchesOf(invoice, orders, tolerance).flatMap(({ differs }) => differs));
  return mismatches.filter((one) => found.has(one));
};

const rowOf = (
  { lines, steps, adjustments: _a, note: _n, spending: _s, postings: _p, taxIncluded: _t, ...row }: Invoice,
  differs: Mismatch[],
) => ({
  ...row,
  text: lines[0]?.text ?? '',
  lines: lines.length,
  differs,
  at: steps.findLast(({ act }) => act === 'write')?.at ?? '',
});

/** Lists invoices, the newest first, each with what does not match its orders while it is not approved. */
export const listInvoices = async (
  { invoices, orders, funds }: Pick<InvoiceDeps, 'invoices' | 'orders' | 'funds'>,
  { memberId, filter, page }: Input,
) => {
  const found = await invoices.list(memberId, filter, page);
  if (found === 'bad-cursor') return refuse('bad-cursor', 'The cursor is not one of this list.', '/query/after');
  const undecided = found.rows.filter((invoice) => !isDecided(invoice));
  const named = await orders.getAll(memberId, [...new Set(undecided.flatMap(ordersOf))]);
  const { years } = undecided.length === 0 ? { years: [] } : await funds.years(memberId);
  const tolerance = (code: string): number => toleranceOf(years.find(({ year }) => year === code) ?? {});
  return answer({
    invoices: found.rows.map((invoice) => rowOf(invoice, differing(invoice, named, tolerance(invoice.year)))),
    ...(found.next !== undefined && { next: found.next }),
  });
};

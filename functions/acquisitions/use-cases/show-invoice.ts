import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import type { InvoiceDeps } from '../deps.ts';
import { toleranceOf } from '../domain/fiscal-year.ts';
import { ordersOf } from '../domain/invoice.ts';
import { matchesOf } from '../domain/invoice-match.ts';

type Input = { place: { memberId: string; invoiceId: string }; reader: string };

/** Shows an invoice beside what was ordered and received, with the names of all who did something with it. */
export const showInvoice = async (
  { invoices, orders, funds, names }: Pick<InvoiceDeps, 'invoices' | 'orders' | 'funds' | 'names'>,
  { place, reader }: Input,
) => {
  const invoice = await invoices.get(place);
  if (!invoice) return refuse('unknown-vendor-invoice', 'The library has no such invoice.', '/path/invoiceId');
  const [named, found, { years }] = await Promise.all([
    names([...new Set(invoice.steps.map(({ by }) => by))]),
    orders.getAll(place.memberId, ordersOf(invoice)),
    funds.years(place.memberId),
  ]);
  const tolerance = toleranceOf(years.find(({ year }) => year === invoice.year) ?? {});
  return answer({
    ...{ invoice, matches: matchesOf(invoice, found, tolerance), tolerance, names: named },
    orders: [...found.values()].map(({ orderId, number }) => ({ orderId, number })),
    isPreparer: invoice.preparedBy === reader,
  });
};

import { retryOnConflict } from '../../../layers/platform/dynamodb/retry-on-conflict.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { InvoiceDeps } from '../deps.ts';
import {
  hasTooManyPostings,
  type Invoice,
  type InvoiceTerms,
  invoiceGap,
  openInvoice,
  ordersOf,
  takesInvoiceStep,
} from '../domain/invoice.ts';

type Asked = InvoiceTerms & { invoiceId?: string; v: number };
type Input = { memberId: string; asked: Asked; by: string; now: number; keep: Keep<Invoice> };

/** Returns the open invoice that is written anew; undefined for a new one. */
const before = async ({ invoices }: InvoiceDeps, { memberId, asked: { invoiceId, v } }: Input) => {
  if (invoiceId === undefined) return undefined;
  const invoice = await invoices.get({ memberId, invoiceId });
  if (!invoice) return refuse('unknown-vendor-invoice', 'The library has no such invoice.', '/body/invoiceId');
  if (invoice.v !== v) return refuse('changed-meanwhile', 'It is not as you read it.', '/body/v');
  if (!takesInvoiceStep(invoice)) return refuse('too-many-steps', 'It was changed too often.', '/body/invoiceId');
  return invoice.state === 'open' ? invoice : refuse('invoice-state', `It is ${invoice.state}.`, '/body/invoiceId');
};

/** Refuses a number that another invoice of the vendor has in the year, with that invoice. */
const refuseNumber = async ({ invoices }: InvoiceDeps, { memberId, asked }: Input) => {
  const other = await invoices.ofNumber({ ...asked, memberId });
  if (other === undefined || other === asked.invoiceId) return undefined;
  const code = 'invoice-number-used' as const;
  return {
    refused: [{ code, detail: `${other} has this number.`, pointer: '/body/number', params: { invoice: other } }],
  };
};

/** Refuses what the invoice names and the library does not have. */
const refuseNames = async (deps: InvoiceDeps, { memberId, asked: { year, vendor } }: Input, invoice: Invoice) => {
  if (!(await deps.vendors.get({ memberId, code: vendor })))
    return refuse('unknown-vendor', `There is no vendor ${vendor}.`, '/body/vendor');
  const known = new Set((await deps.funds.list({ memberId, year })).map(({ code }) => code));
  const unknown = invoice.spending.find(({ fund }) => !known.has(fund));
  if (unknown) return refuse('unknown-fund', `There is no fund ${unknown.fund}.`, '/body/lines');
  return hasTooManyPostings(invoice)
    ? refuse('too-many-postings', 'It names more than 15 funds or 15 orders.', '/body/lines')
    : undefined;
};

/** Writes an invoice, or writes an open one anew. Who writes it last is its preparer. Nothing is posted. */
export const writeInvoice = (deps: InvoiceDeps, input: Input) =>
  retryOnConflict(`Invoices of ${input.memberId}`, async () => {
    const { memberId, asked, by, now, keep } = input;
    const earlier = await before(deps, input);
    if (earlier && 'refused' in earlier) return earlier;
    const { years } = await deps.funds.years(memberId);
    const year = years.find((one) => one.year === asked.year);
    if (!year) return refuse('unknown-fiscal-year', `There is no year ${asked.year}.`, '/body/year');
    const { invoiceId: _invoiceId, v: _v, ...terms } = asked;
    const orders = await deps.orders.getAll(memberId, ordersOf(terms));
    const gap = invoiceGap({ terms, orders }, year.currency);
    if (gap) return refuse(gap.code, 'It cannot be invoiced.', `/body${gap.at}`);
    const invoice = openInvoice({
      ...{ invoiceId: earlier?.invoiceId ?? deps.ids.next('vendor-invoice', now), memberId, currency: year.currency },
      ...{ terms, orders, by, at: iso(now), steps: earlier?.steps ?? [], v: (earlier?.v ?? 0) + 1 },
    });
    const refusal = (await refuseNames(deps, input, invoice)) ?? (await refuseNumber(deps, input));
    if (refusal) return refusal;
    const more = { before: earlier, orders: [], postings: [], beside: keep(invoice) };
    return (await deps.invoices.put(invoice, more)) ? answer(invoice) : undefined;
  });

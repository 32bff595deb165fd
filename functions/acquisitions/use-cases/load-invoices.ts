import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { LibraryMessage } from '../../../layers/protocols/edifact/library-message.ts';
import type { LibraryFile } from '../../../layers/protocols/edifact/read-library-file.ts';
import type { InvoiceDeps } from '../deps.ts';
import { type FiscalYear, toleranceOf } from '../domain/fiscal-year.ts';
import { type Invoice, type InvoiceTerms, isInvoicedState, ordersOf } from '../domain/invoice.ts';
import { matchesOf, mismatches } from '../domain/invoice-match.ts';
import { invoiceOfMessage, yearsOfMessage } from '../domain/invoice-message.ts';
import { type OrdersByNumber, orderNumbersIn } from '../domain/message-orders.ts';
import { strangerOf } from '../domain/message-sender.ts';
import type { Vendor } from '../domain/vendor.ts';
import type { LoadedInvoice } from '../schemas/invoice-files.ts';
import { readVendorFile, refusedMessage } from './read-vendor-file.ts';
import { writeInvoice } from './write-invoice.ts';

type Asked = { vendor: string; year: string; fund?: string; base64: string };
type Input = { memberId: string; asked: Asked; by: string; now: number };
type Known = { vendor: Vendor; years: readonly FiscalYear[]; sender: LibraryFile['sender'] };

/** Refuses what is stated for the file and the library does not have. */
const statedFor = async ({ vendors, funds }: InvoiceDeps, { memberId, asked }: Input) => {
  const vendor = await vendors.get({ memberId, code: asked.vendor });
  if (!vendor) return refuse('unknown-vendor', `There is no vendor ${asked.vendor}.`, '/body/vendor');
  const { years } = await funds.years(memberId);
  if (!years.some(({ year }) => year === asked.year))
    return refuse('unknown-fiscal-year', `There is no year ${asked.year}.`, '/body/year');
  if (asked.fund === undefined) return { vendor, years };
  const known = await funds.list({ memberId, year: asked.year });
  return known.some(({ code }) => code === asked.fund)
    ? { vendor, years }
    : refuse('unknown-fund', `There is no fund ${asked.fund}.`, '/body/fund');
};

/** Returns the orders that a message names and that an invoice of the vendor may be for. */
const ordersFor = async ({ orders }: InvoiceDeps, { memberId, asked }: Input, message: LibraryMessage) => {
  const named = await orders.ofNumbers(memberId, orderNumbersIn(message));
  return new Map([...named].filter(([, { vendor, state }]) => vendor === asked.vendor && isInvoicedState(state)));
};

/** Returns the invoice of a message that was loaded before: of the same number and year, or of another year with the same date. */
const loadedBefore = async (
  { invoices }: InvoiceDeps,
  { memberId }: Input,
  { vendor, number, year, date }: InvoiceTerms,
  years: readonly FiscalYear[],
): Promise<string | undefined> => {
  for (const one of [year, ...years.map((other) => other.year).filter((other) => other !== year)]) {
    const invoiceId = await invoices.ofNumber({ memberId, vendor, number, year: one });
    if (invoiceId !== undefined && (one === year || (await invoices.get({ memberId, invoiceId }))?.date === date))
      return invoiceId;
  }
  return undefined;
};

/** The message of a refusal by the pointer of a line in the invoice that it would have made. */
const placeOf = ({ lines, place }: LibraryMessage, pointer = '') => {
  const line = lines[Number(/^\/body\/lines\/(\d+)/.exec(pointer)?.[1] ?? Number.NaN)];
  return line ? { segment: line.place, line: line.number } : { segment: place };
};

const madeOf = (
  { reference }: LibraryMessage,
  invoice: Invoice,
  orders: OrdersByNumber,
  { years }: Known,
): LoadedInvoice => {
  const byId = new Map([...orders.values()].map((order) => [order.orderId, order]));
  const tolerance = toleranceOf(years.find(({ year }) => year === invoice.year) ?? {});
  const found = new Set(matchesOf(invoice, byId, tolerance).flatMap(({ differs }) => differs));
  return {
    ...{ reference, number: invoice.number, invoiceId: invoice.invoiceId, isNew: true },
    ...{ currency: invoice.foreign?.currency ?? invoice.currency, payable: invoice.payable },
    ...{ difference: (invoice.lockTotal ?? invoice.payable) - invoice.payable, orders: ordersOf(invoice).length },
    differs: mismatches.filter((one) => found.has(one)),
  };
};

/** Makes the invoice of one message, unless it is there. */
const load = async (deps: InvoiceDeps, input: Input, known: Known, message: LibraryMessage) => {
  const { memberId, asked, by, now } = input;
  const stranger = strangerOf(message, known);
  if (stranger) return refusedMessage(message, stranger);
  const orders = await ordersFor(deps, input, message);
  const code = yearsOfMessage(message, orders)[0] ?? asked.year;
  const year = known.years.find((one) => one.year === code);
  const stated = { vendor: asked.vendor, year: code, fund: asked.fund, today: iso(now).slice(0, 10) };
  const terms = invoiceOfMessage(message, stated, { currency: year?.currency ?? '', orders });
  if ('segment' in terms) return refusedMessage(message, terms);
  const before = await loadedBefore(deps, input, terms, known.years);
  const { reference } = message;
  if (before !== undefined) return { reference, number: terms.number, invoiceId: before, isNew: false as const };
  const written = await writeInvoice(deps, { memberId, asked: { ...terms, v: 0 }, by, now, keep: () => [] });
  if ('ok' in written) return madeOf(message, written.ok, orders, known);
  const [reason] = written.refused;
  const { code: why = 'bad-values', detail = '', pointer } = reason ?? {};
  return refusedMessage(message, { code: why, detail, ...placeOf(message, pointer) });
};

/** Loads the invoices of a file of a vendor as open invoices. The same file again makes nothing; what is refused is listed with its segment. */
export const loadInvoices = async (deps: InvoiceDeps, input: Input) => {
  const stated = await statedFor(deps, input);
  if ('refused' in stated) return stated;
  const file = readVendorFile(input.asked.base64);
  if ('refused' in file) return file;
  const { messages, unread, sender } = file;
  const invoices: LoadedInvoice[] = [];
  for (const message of messages) {
    const loaded = await load(deps, input, { ...stated, sender }, message);
    if ('code' in loaded) unread.push(loaded);
    else invoices.push(loaded);
  }
  return answer({ invoices, refused: unread });
};

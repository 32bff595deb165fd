import type { Invoice } from '../../functions/acquisitions/domain/invoice.ts';
import type { Match } from '../../functions/acquisitions/domain/invoice-match.ts';
import { exampleInvoice } from '../../functions/acquisitions/schemas/invoices.ts';
import type { SceneAnswer, SceneCall } from './scene.ts';

const year = `${new Date().getUTCFullYear()}`;
const at = `${year}-01-20T10:00:00.000Z`;
const [line] = exampleInvoice.lines;
const other = 'staff:stf_01kb0000000000000000000009';

const invoiceOf = (number: number, over: Partial<Invoice>): Invoice => ({
  ...{ ...exampleInvoice, year, invoiceId: `vin_${number}`, number: `INV-${number}` },
  ...{ date: `${year}-01-19`, dueDate: `${year}-02-18` },
  lines: line ? [{ ...line, order: { orderId: 'ord_1', line: 1 } }] : [],
  steps: [{ act: 'write', by: exampleInvoice.preparedBy, at }],
  ...over,
});
const usual = (): Invoice[] => [
  invoiceOf(903, { state: 'approved', vouchers: [{ number: `V${year}-00017`, amount: 5_060 }], v: 2 }),
  invoiceOf(902, { state: 'reviewed', total: 61_200, preparedBy: other, v: 2 }),
  invoiceOf(901, { lockTotal: 5_000 }),
  invoiceOf(900, {}),
];
/** The invoices by the requests of a test. */
let invoices = usual();

const matchOf = ({ state }: Invoice): Match[] => [
  {
    ...{ line: 1, wanted: 4, received: 3, invoiced: 0, expected: 1_140 },
    differs: state === 'open' ? ['not-received'] : [],
  },
];

const rowOf = (invoice: Invoice) => {
  const { lines, steps: _s, adjustments: _a, spending: _f, postings: _p, taxIncluded: _t, note: _n, ...row } = invoice;
  return { ...row, text: lines[0]?.text ?? '', lines: lines.length, differs: matchOf(invoice)[0]?.differs ?? [], at };
};

const one = (invoiceId: string | undefined): Invoice =>
  invoices.find((invoice) => invoice.invoiceId === invoiceId) ?? invoiceOf(900, {});

/** The invoices that the query lets through. */
export const fixtureInvoices = ({ query }: SceneCall): SceneAnswer => {
  const state = query.get('state');
  return { json: { invoices: invoices.filter((invoice) => state === null || invoice.state === state).map(rowOf) } };
};

/** One invoice beside its order. */
export const fixtureInvoice = ({ params }: SceneCall): SceneAnswer => {
  const invoice = one(params.invoiceId);
  return {
    json: {
      ...{ invoice, matches: matchOf(invoice), tolerance: 500 },
      orders: [{ orderId: 'ord_1', number: `${year}/00001` }],
      names: { [exampleInvoice.preparedBy]: 'Grace Oyelaran', [other]: 'Ada Brook' },
      isPreparer: invoice.preparedBy === exampleInvoice.preparedBy,
    },
  };
};

const refusal = (status: number, code: string, params: object): SceneAnswer => ({
  status,
  json: {
    ...{ type: `urn:concord:problem:${code}`, title: code, status, code, detail: 'Raw.', requestId: 'fixture' },
    errors: [{ pointer: '', code, detail: 'Raw.', params }],
  },
});

/** An invoice as it was entered; the number of another one is refused. */
export const fixtureInvoiceWritten = ({ body }: SceneCall): SceneAnswer => {
  const { invoiceId, lines, number, ...terms } = body as unknown as Invoice;
  if (number === 'INV 900' && invoiceId === undefined)
    return refusal(409, 'invoice-number-used', { invoice: 'vin_900' });
  const computed = lines.map((stated, place) => ({ ...line, ...stated, number: place + 1 })) as Invoice['lines'];
  const invoice = invoiceOf(904, { ...terms, number, lines: computed, v: terms.v + 1 });
  const written = { ...invoice, ...(invoiceId !== undefined && { invoiceId }) };
  invoices = [written, ...invoices.filter((before) => before.invoiceId !== written.invoiceId)];
  return { status: 201, json: written };
};

/** A file that makes an invoice, names one that is there, and has one that is refused. */
export const fixtureInvoiceFile = (): SceneAnswer => {
  const invoice = invoiceOf(905, { lockTotal: 5_090 });
  invoices = [invoice, ...invoices.filter(({ invoiceId }) => invoiceId !== invoice.invoiceId)];
  const { invoiceId, number, currency, payable } = invoice;
  const refused = { reference: '3', type: 'INVOIC', number: 'INV-906', code: 'no-such-order-line', segment: 41 };
  const made = { currency, payable, difference: 30, orders: 1, differs: ['not-received'] };
  return {
    json: {
      invoices: [
        { reference: '1', number, invoiceId, isNew: true, ...made },
        { reference: '2', number: 'INV-900', invoiceId: 'vin_900', isNew: false },
      ],
      refused: [{ ...refused, line: '1', detail: '6/4 is no line of an order that is placed with this vendor.' }],
    },
  };
};

/** An invoice after a step. One for which the vendor states another sum is refused with both. */
export const fixtureInvoiceStep = ({ params, body }: SceneCall): SceneAnswer => {
  const { step } = body as { step: { act: Invoice['steps'][number]['act'] } };
  const invoice = one(params.invoiceId);
  const money = (amount: number) => ({ amount, currency: invoice.currency });
  if (step.act === 'submit' && invoice.lockTotal !== invoice.payable)
    return refusal(409, 'lock-total-differs', {
      stated: money(invoice.lockTotal ?? 0),
      computed: money(invoice.payable),
    });
  const states = { submit: 'approved', approve: 'approved', reject: 'open', pay: 'paid', cancel: 'cancelled' } as const;
  const after: Invoice = {
    ...{ ...invoice, state: step.act === 'write' ? invoice.state : states[step.act], v: invoice.v + 1 },
    steps: [...invoice.steps, { ...step, by: exampleInvoice.preparedBy, at: `${year}-01-21T10:00:00.000Z` }],
  };
  invoices = invoices.map((before) => (before.invoiceId === after.invoiceId ? after : before));
  return { json: after };
};

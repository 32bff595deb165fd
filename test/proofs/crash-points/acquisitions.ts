import { fundStore } from '../../../functions/acquisitions/data/fund-store.ts';
import { vendorStore } from '../../../functions/acquisitions/data/vendor-store.ts';
import { handler as buyItem } from '../../../functions/acquisitions/operations/buy-item/handler.ts';
import { handler as claimOrders } from '../../../functions/acquisitions/operations/claim-orders/handler.ts';
import { handler as moveMoney } from '../../../functions/acquisitions/operations/move-money/handler.ts';
import { handler as setFund } from '../../../functions/acquisitions/operations/set-fund/handler.ts';
import { handler as setVendor } from '../../../functions/acquisitions/operations/set-vendor/handler.ts';
import { handler as setYear } from '../../../functions/acquisitions/operations/set-year/handler.ts';
import { handler as stepInvoice } from '../../../functions/acquisitions/operations/step-invoice/handler.ts';
import { handler as stepOrder } from '../../../functions/acquisitions/operations/step-order/handler.ts';
import { handler as undoPurchase } from '../../../functions/acquisitions/operations/undo-purchase/handler.ts';
import { handler as writeInvoice } from '../../../functions/acquisitions/operations/write-invoice/handler.ts';
import { handler as writeOrder } from '../../../functions/acquisitions/operations/write-order/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { type Call, call } from '../../builders/call.ts';
import { at } from '../../builders/lending.ts';
import { staffAt, withBranch } from '../../builders/people.ts';
import type { Scenarios } from './scenario.ts';
import { MADE } from './world.ts';

const asked = async (handler: OperationHandler, request: Call): Promise<void> => {
  const { status, body } = await call(handler.using(at(MADE)), request);
  if (status >= 300) throw new Error(`${handler.contract.id} answered ${status}: ${JSON.stringify(body)}`);
};

const [memberId, thisYear, lastYear] = ['cedar', MADE.slice(0, 4), String(Number(MADE.slice(0, 4)) - 1)];
const actor = staffAt(memberId, 'member-finance');
const yearBody = (year: string, v: number) => ({
  ...{ name: year, firstDay: `${year}-01-01`, lastDay: `${year}-12-31`, timeZone: 'UTC', currency: 'USD' },
  ...{ orderGraceDays: 0, invoiceGraceDays: 366, close: false, v },
});
const limits = { encumbrance: 100, expenditure: 100, warning: 'none' };
const fundBody = { name: 'Books', state: 'active', limits, edition: 0 };

const withFunds = async (table: Table, year: string): Promise<{ memberId: string; year: string }> => {
  const member = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
  await memberStore(table).create({ memberId, name: 'Cedar', ...member }, MADE);
  const path = { memberId, year };
  // Object probes prepare several requests in one table.
  if ((await fundStore(table).years(memberId)).v > 0) return path;
  await asked(setYear, { actor, path, body: yearBody(year, 0) });
  await asked(setFund, { actor, path: { ...path, code: 'BOOKS' }, body: fundBody });
  await asked(setFund, { actor, path: { ...path, code: 'ADULT' }, body: { ...fundBody, parent: 'BOOKS' } });
  return path;
};

const buyer = staffAt(memberId, 'acquisitions');

/** A fund with money and a vendor, and an order as it is written. */
const toOrder = async (table: Table) => {
  const path = await withFunds(table, thisYear);
  await asked(moveMoney, { actor, path, body: { kind: 'allocation', to: 'ADULT', amount: 5_000 } });
  const vendor = { name: 'Midwest', discount: 0, claimAfterDays: 45, isActive: true, v: 0 };
  if (!(await vendorStore(table).get({ memberId, code: 'MIDWEST' })))
    await asked(setVendor, { actor: buyer, path: { memberId, code: 'MIDWEST' }, body: vendor });
  const price = { printed: 1, printedPrice: 3_000, electronic: 0, electronicPrice: 0, discount: 0, tax: 0, added: 0 };
  const lines = [{ title: 'Emma', isbn: '9780141439587', price, shares: [{ fund: 'ADULT', percent: 10_000 }] }];
  return { actor: buyer, path: { memberId }, body: { year: thisYear, vendor: 'MIDWEST', lines, v: 0 } };
};

/** A draft of an order that is placed: the order, its fund and the one above it change. */
const toPlace = async (table: Table) => {
  const { body } = await call(writeOrder.using(at(MADE)), await toOrder(table));
  const { orderId } = body as { orderId: string };
  return { actor: buyer, path: { memberId, orderId }, body: { step: { act: 'place' }, v: 1 } };
};

/** An invoice of a placed order, as it is entered. */
const toInvoice = async (table: Table) => {
  const place = await toPlace(table);
  await asked(stepOrder, place);
  const line = { text: 'Emma', copies: 1, price: 3_000, taxRate: 0, order: { orderId: place.path.orderId, line: 1 } };
  const terms = {
    year: thisYear,
    vendor: 'MIDWEST',
    number: place.path.orderId,
    date: MADE.slice(0, 10),
    taxIncluded: false,
  };
  return { actor: buyer, path: { memberId }, body: { ...terms, adjustments: [], lines: [line], v: 0 } };
};

/** An invoice that is approved: it, its order, the fund and the one above it change. */
const toApprove = async (table: Table) => {
  const { body } = await call(writeInvoice.using(at(MADE)), await toInvoice(table));
  const { invoiceId } = body as { invoiceId: string };
  const step = { act: 'submit', reason: 'Paid before it arrives' };
  return { actor: buyer, path: { memberId, invoiceId }, body: { step, v: 1 } };
};

/** A placed order whose line is late at the time of the claim. */
const toClaim = async (table: Table) => {
  const place = await toPlace(table);
  await asked(stepOrder, place);
  return { actor: buyer, path: { memberId }, body: { lines: [{ orderId: place.path.orderId, line: 1 }] } };
};

/** A purchase without an order, of a fund under another, as it is recorded. */
const toBuy = async (table: Table) => {
  const path = await withFunds(table, thisYear);
  await withBranch(table, 'cedar.main');
  await asked(moveMoney, { actor, path, body: { kind: 'allocation', to: 'ADULT', amount: 5_000 } });
  const item = { branchId: 'cedar.main', barcode: 'C-1', title: 'Emma' };
  const body = { ...item, year: thisYear, fund: 'ADULT', price: 1_850, boughtOn: MADE.slice(0, 10) };
  return { actor: buyer, path: { memberId }, body };
};

/** A purchase whose posting is reversed. */
const toUndo = async (table: Table) => {
  const { body } = await call(buyItem.using(at(MADE)), await toBuy(table));
  const { purchaseId } = body as { purchaseId: string };
  return { actor: buyer, path: { memberId, purchaseId }, body: { reason: 'Returned to the shop' } };
};

/** Years, funds, movements of money, vendors, orders, invoices and purchases. */
export const acquisitionsScenarios: Record<string, Scenarios> = {
  'acquisitions-move-money': [
    {
      what: 'an allocation to a fund under another',
      handler: moveMoney,
      prepare: async (table) => {
        const path = await withFunds(table, thisYear);
        return { actor, path, body: { kind: 'allocation', to: 'ADULT', amount: 5_000 } };
      },
    },
  ],
  'acquisitions-set-vendor':
    'One write with its audit line, while it is as it was read: test/stores/acquisitions/orders.test.ts.',
  'acquisitions-write-order': [{ what: 'an order', handler: writeOrder, prepare: toOrder }],
  'acquisitions-step-order': [
    {
      what: 'an order that is placed on a fund under another, with what is on order of its title',
      handler: stepOrder,
      prepare: toPlace,
    },
  ],
  'acquisitions-claim-orders': [
    { what: 'a late line of an order', handler: claimOrders, prepare: toClaim, when: '2026-05-04T11:00:00.000Z' },
  ],
  'acquisitions-buy-item': [{ what: 'a purchase with its item', handler: buyItem, prepare: toBuy }],
  'acquisitions-undo-purchase': [
    { what: 'a purchase of a fund under another', handler: undoPurchase, prepare: toUndo },
  ],
  'acquisitions-write-invoice': [{ what: 'an invoice', handler: writeInvoice, prepare: toInvoice }],
  'acquisitions-load-invoices':
    'Each invoice is one write, as acquisitions-write-invoice makes it; the same file again makes the rest: test/stores/acquisitions/invoice-files.test.ts.',
  'acquisitions-load-answers':
    'The answer of each order is one write with what it releases; the same file again writes the rest: test/stores/acquisitions/answer-files.test.ts.',
  'acquisitions-step-invoice': [
    { what: 'an invoice that is approved, with its order and funds', handler: stepInvoice, prepare: toApprove },
  ],
  'acquisitions-set-fund':
    'One write with its audit line, while it is as it was read: test/stores/acquisitions/funds.test.ts.',
  'acquisitions-set-year': [
    {
      what: 'the closing of a year with its funds',
      handler: setYear,
      prepare: async (table) => {
        const path = await withFunds(table, lastYear);
        return { actor, path, body: { ...yearBody(lastYear, 1), close: true } };
      },
    },
  ],
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fundStore } from '../../../functions/acquisitions/data/fund-store.ts';
import { invoiceStore } from '../../../functions/acquisitions/data/invoice-store.ts';
import { orderStore } from '../../../functions/acquisitions/data/order-store.ts';
import type { Order } from '../../../functions/acquisitions/domain/order.ts';
import { handler as loadInvoices } from '../../../functions/acquisitions/operations/load-invoices/handler.ts';
import { handler as moveMoney } from '../../../functions/acquisitions/operations/move-money/handler.ts';
import { handler as setFund } from '../../../functions/acquisitions/operations/set-fund/handler.ts';
import { handler as setVendor } from '../../../functions/acquisitions/operations/set-vendor/handler.ts';
import { handler as setYear } from '../../../functions/acquisitions/operations/set-year/handler.ts';
import { handler as stepInvoice } from '../../../functions/acquisitions/operations/step-invoice/handler.ts';
import { handler as stepOrder } from '../../../functions/acquisitions/operations/step-order/handler.ts';
import { handler as writeOrder } from '../../../functions/acquisitions/operations/write-order/handler.ts';
import type { LoadedInvoice, RefusedMessage } from '../../../functions/acquisitions/schemas/invoice-files.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { call } from '../../builders/call.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import { describeWithRealData } from '../../builders/real-data.ts';

const [memberId, year, vendor] = ['cedar', '2026', 'BAKER'];
const actor = staffAt(memberId, 'acquisitions', 'member-finance');
const NOON = '2026-10-21T12:00:00.000Z';
const price = { electronic: 0, electronicPrice: 0, discount: 0, tax: 0, added: 0 };
let table: Table;

type Loaded = { invoices: LoadedInvoice[]; refused: RefusedMessage[]; code?: string };
const ask = async (handler: OperationHandler, { path, ...asked }: { path?: object; body?: object }) => {
  const { status, body } = await call(handler.using(at(NOON)), { actor, path: { memberId, ...path }, ...asked });
  return { status, body };
};
const load = async (bytes: Uint8Array | string, more: object = {}) => {
  const { status, body } = await ask(loadInvoices, {
    body: { vendor, year, base64: Buffer.from(bytes).toString('base64'), ...more },
  });
  return { status, ...(body as Loaded) };
};
const years = (of: string) => ({
  ...{ name: of, firstDay: `${of}-01-01`, lastDay: `${of}-12-31`, timeZone: 'UTC', currency: 'USD' },
  ...{ orderGraceDays: 0, invoiceGraceDays: 60, close: false },
});
/** An order of three copies at 24.90, of which so many were received. */
const placed = async (received: number): Promise<Order> => {
  const lines = [
    {
      ...{ title: 'The left hand of darkness', isbn: '9780441478125' },
      ...{ price: { ...price, printed: 3, printedPrice: 2_490 }, shares: [{ fund: 'ADULT', percent: 10_000 }] },
    },
  ];
  const { body } = await ask(writeOrder, { body: { year, vendor, lines, v: 0 } });
  const { orderId } = body as Order;
  const step = async (asked: object, v: number) =>
    (await ask(stepOrder, { path: { orderId }, body: { step: asked, v } })).body as Order;
  const order = await step({ act: 'place' }, 1);
  return received === 0 ? order : step({ act: 'receive', line: 1, copies: received }, order.v);
};
const message = (reference: string, body: string): string =>
  `UNH+${reference}+INVOIC:D:96A:UN'${body}UNT+${body.split("'").length + 1}+${reference}'`;
const file = (...messages: string[]): string =>
  `UNB+UNOC:3+1697684:31B+CED-1:91+261020:0800+R1'${messages.join('')}UNZ+${messages.length}+R1'`;
const invoiceFor = (number: string, reference: string, payable = '44.82'): string =>
  `BGM+380+${number}+9'DTM+137:20261019:102'CUX+2:USD:4'LIN+1++9780441478125:EN'QTY+47:2'MOA+203:44.82'PRI+AAA:22.41'` +
  `RFF+LI:${reference}'UNS+S'CNT+2:1'MOA+86:${payable}'`;
const stored = async () => {
  const page = await invoiceStore(table).list(memberId, {}, { limit: 100 });
  return page === 'bad-cursor' ? [] : page.rows.toSorted((one, other) => (one.number < other.number ? -1 : 1));
};
const amounts = async () =>
  (await fundStore(table).levels({ memberId, year }, 'ADULT'))?.map(({ amounts: { whole } }) => whole) ?? [];

beforeAll(() => {
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
});
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  const member = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
  await memberStore(table).create({ memberId, name: 'Cedar', ...member }, '2025-01-01T00:00:00.000Z');
  await ask(setYear, { path: { year }, body: { ...years(year), v: 0 } });
  await ask(setYear, { path: { year: '2027' }, body: { ...years('2027'), v: 1 } });
  const limits = { encumbrance: 100, expenditure: 100, warning: 80 };
  for (const one of [year, '2027']) {
    const body = { name: 'Adult', state: 'active', limits, edition: 0 };
    await ask(setFund, { path: { year: one, code: 'ADULT' }, body });
    await ask(moveMoney, { path: { year: one }, body: { kind: 'allocation', to: 'ADULT', amount: 100_000 } });
  }
  const terms = { name: 'Baker', san: '1697684', account: 'CED-1', discount: 0, claimAfterDays: 45, isActive: true };
  await ask(setVendor, { path: { code: vendor }, body: { ...terms, v: 0 } });
});

test('A103 a file makes open invoices for the lines of orders, with what does not match, and posts nothing', async () => {
  const { number, orderId } = await placed(1);
  const before = await amounts();
  const loaded = await load(
    file(
      message('1', invoiceFor('INV 900', `${number}-1`)),
      message('2', invoiceFor('INV 901', `${number}-1`, '45.00')),
    ),
  );
  expect(loaded).toMatchObject({
    ...{ status: 200, refused: [] },
    invoices: [
      { reference: '1', number: 'INV 900', isNew: true, payable: 4_482, difference: 0, differs: ['not-received'] },
      { reference: '2', number: 'INV 901', isNew: true, payable: 4_482, difference: 18, orders: 1, currency: 'USD' },
    ],
  });
  expect(await stored()).toMatchObject([
    { number: 'INV 900', state: 'open', lines: [{ order: { orderId, line: 1 }, copies: 2, amount: 4_482 }] },
    { number: 'INV 901', state: 'open', lockTotal: 4_500 },
  ]);
  expect(await amounts()).toEqual(before);
  const [, differing] = await stored();
  const { status, body } = await ask(stepInvoice, {
    ...{ path: { invoiceId: differing?.invoiceId } },
    body: { step: { act: 'submit', reason: 'As agreed' }, v: 1 },
  });
  expect([status, (body as { code: string }).code]).toEqual([409, 'lock-total-differs']);
});

test('A102 the same file twice, twice at once, or for another year makes no second invoice', async () => {
  const { number } = await placed(3);
  const text = file(message('1', invoiceFor('INV 900', `${number}-1`)), message('2', invoiceFor('INV 901', 'X')));
  const first = await Promise.all([load(text, { fund: 'ADULT' }), load(text, { fund: 'ADULT' })]);
  expect(first.map(({ status }) => status)).toEqual([200, 200]);
  expect(first.flatMap(({ invoices }) => invoices.filter(({ isNew }) => isNew))).toHaveLength(2);
  const again = await load(text, { fund: 'ADULT', year: '2027' });
  expect(again.invoices.map(({ isNew, number: of }) => [of, isNew])).toEqual([
    ['INV 900', false],
    ['INV 901', false],
  ]);
  expect(again.invoices.map(({ invoiceId }) => invoiceId).toSorted()).toEqual(
    (await stored()).map(({ invoiceId }) => invoiceId).toSorted(),
  );
});

test('A101 a message that is refused names its segment and the reason, and the others make their invoices', async () => {
  const { number } = await placed(3);
  const bad = message('1', invoiceFor('INV 900', `${number}-1`)).replace('UNT+13', 'UNT+14');
  const unknown = message('2', invoiceFor('INV 901', '2026/00077-1'));
  const { invoices, refused } = await load(file(bad, unknown, message('3', invoiceFor('INV 902', `${number}-1`))));
  expect(invoices).toMatchObject([{ reference: '3', number: 'INV 902' }]);
  expect(refused).toMatchObject([
    { reference: '1', code: 'counts-differ', segment: 2 },
    { reference: '2', number: 'INV 901', code: 'no-such-order-line', segment: 19, line: '1' },
  ]);
  expect(await load('no interchange')).toMatchObject({
    ...{ status: 200, invoices: [] },
    refused: [{ code: 'not-edifact' }],
  });
});

test('A104 messages of another vendor, of drafts and of orders with another vendor make nothing', async () => {
  const { number } = await placed(3);
  const other = { name: 'Midwest', san: '1697536', discount: 0, claimAfterDays: 45, isActive: true, v: 0 };
  await ask(setVendor, { path: { code: 'MIDWEST' }, body: other });
  const text = file(message('1', invoiceFor('INV 900', `${number}-1`)));
  expect(await load(text, { vendor: 'MIDWEST' })).toMatchObject({ invoices: [], refused: [{ code: 'other-vendor' }] });
  await ask(setVendor, { path: { code: 'ANY' }, body: { ...other, san: undefined } });
  expect(await load(text, { vendor: 'ANY' })).toMatchObject({ refused: [{ code: 'no-such-order-line' }] });
  const lines = [
    { title: 'Emma', price: { ...price, printed: 1, printedPrice: 100 }, shares: [{ fund: 'ADULT', percent: 10_000 }] },
  ];
  const { body } = await ask(writeOrder, { body: { year, vendor, lines, v: 0 } });
  const draft = file(message('1', invoiceFor('INV 901', `${(body as Order).number}-1`)));
  expect(await load(draft)).toMatchObject({ invoices: [], refused: [{ code: 'no-such-order-line' }] });
  expect(await stored()).toEqual([]);
});

test('an unknown vendor, year or fund and a file with too many messages are refused whole', async () => {
  const many = Array.from({ length: 101 }, (_, at) => message(`${at}`, invoiceFor(`INV ${at}`, 'X')));
  const refused = [
    await load(file(), { vendor: 'NOBODY' }),
    await load(file(), { year: '2031' }),
    await load(file(), { fund: 'NOTHING' }),
    await load(file(...many), { fund: 'ADULT' }),
  ];
  expect(refused.map(({ status, code }) => [status, code])).toEqual([
    [422, 'unknown-vendor'],
    [422, 'unknown-fiscal-year'],
    [422, 'unknown-fund'],
    [422, 'too-many-messages'],
  ]);
});

test('an order is found by its number, also after a draft moved to another year', async () => {
  const { number, orderId } = await placed(0);
  const lines = [
    { title: 'Emma', price: { ...price, printed: 1, printedPrice: 100 }, shares: [{ fund: 'ADULT', percent: 10_000 }] },
  ];
  const draft = (await ask(writeOrder, { body: { year, vendor, lines, v: 0 } })).body as Order;
  const moved = (await ask(writeOrder, { body: { orderId: draft.orderId, year: '2027', vendor, lines, v: 1 } }))
    .body as Order;
  const found = await orderStore(table).ofNumbers(memberId, [number, draft.number, moved.number, 'none']);
  expect([...found].map(([of, order]) => [of, order.orderId])).toEqual([
    [number, orderId],
    [moved.number, draft.orderId],
  ]);
  expect((await orderStore(table).ofNumbers('riverton', [number])).size).toBe(0);
});

describeWithRealData('A100 invoices of vendors in the field', (data) => {
  test.each([
    ['1130B766274.inv', 6, 25_512],
    ['evergreen-0323B668342.inv', 1, 68_392],
  ])('%s makes open invoices of a fund, and once', async (name, count, payable) => {
    const bytes = readFileSync(join(data, 'edifact', name));
    const loaded = await load(bytes, { fund: 'ADULT' });
    expect(loaded.refused).toEqual([]);
    expect(loaded.invoices).toHaveLength(count);
    const rows = await stored();
    expect(rows.filter(({ state, lockTotal, payable: own }) => state === 'open' && lockTotal === own)).toHaveLength(
      count,
    );
    expect(rows.reduce((sum, invoice) => sum + invoice.payable, 0)).toBe(payable);
    const again = await load(bytes, { fund: 'ADULT' });
    expect(again.invoices.filter(({ isNew }) => isNew)).toEqual([]);
    expect(await stored()).toEqual(rows);
  });

  test('the file of another profile makes nothing', async () => {
    const bytes = readFileSync(join(data, 'edifact', 'edidev.net.invoice'));
    expect(await load(bytes, { fund: 'ADULT' })).toMatchObject({
      ...{ invoices: [] },
      refused: [{ reference: '0001', type: 'INVOIC', code: 'not-library-profile', line: '1', segment: 16 }],
    });
  });
});

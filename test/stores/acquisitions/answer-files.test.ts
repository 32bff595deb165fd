import { fundStore } from '../../../functions/acquisitions/data/fund-store.ts';
import { onOrderIn } from '../../../functions/acquisitions/data/on-order-store.ts';
import type { Order } from '../../../functions/acquisitions/domain/order.ts';
import { handler as loadAnswers } from '../../../functions/acquisitions/operations/load-answers/handler.ts';
import { handler as moveMoney } from '../../../functions/acquisitions/operations/move-money/handler.ts';
import { handler as setFund } from '../../../functions/acquisitions/operations/set-fund/handler.ts';
import { handler as setVendor } from '../../../functions/acquisitions/operations/set-vendor/handler.ts';
import { handler as setYear } from '../../../functions/acquisitions/operations/set-year/handler.ts';
import { handler as showOrder } from '../../../functions/acquisitions/operations/show-order/handler.ts';
import { handler as stepOrder } from '../../../functions/acquisitions/operations/step-order/handler.ts';
import { handler as writeOrder } from '../../../functions/acquisitions/operations/write-order/handler.ts';
import type { LoadedAnswer } from '../../../functions/acquisitions/schemas/answer-files.ts';
import type { RefusedMessage } from '../../../functions/acquisitions/schemas/invoice-files.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { call } from '../../builders/call.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';

const [memberId, year, vendor] = ['cedar', '2026', 'BAKER'];
const actor = staffAt(memberId, 'acquisitions', 'member-finance');
const NOON = '2026-10-21T12:00:00.000Z';
let table: Table;

type Loaded = { answers: LoadedAnswer[]; refused: RefusedMessage[]; code?: string };
const ask = async (handler: OperationHandler, { path, ...asked }: { path?: object; body?: object }) => {
  const { status, body } = await call(handler.using(at(NOON)), { actor, path: { memberId, ...path }, ...asked });
  return { status, body };
};
const load = async (text: string, of = vendor) => {
  const body = { vendor: of, base64: Buffer.from(text).toString('base64') };
  const answered = await ask(loadAnswers, { body });
  return { status: answered.status, ...(answered.body as Loaded) };
};
const shown = async (orderId: string): Promise<Order> =>
  ((await ask(showOrder, { path: { orderId } })).body as { order: Order }).order;
/** A placed order of two lines, 40.00 and 60.00. */
const placed = async (): Promise<Order> => {
  const price = { printed: 1, electronic: 0, electronicPrice: 0, discount: 0, tax: 0, added: 0 };
  const shares = [{ fund: 'ADULT', percent: 10_000 }];
  const lines = [4_000, 6_000].map((printedPrice, at) => ({
    ...{ title: 'Emma', recordId: `rec_${at + 1}`, price: { ...price, printedPrice }, shares },
  }));
  const { orderId } = (await ask(writeOrder, { body: { year, vendor, lines, v: 0 } })).body as Order;
  return (await ask(stepOrder, { path: { orderId }, body: { step: { act: 'place' }, v: 1 } })).body as Order;
};
const file = (type: string, ...bodies: string[]): string => {
  const messages = bodies.map((body, index) => {
    const reference = index + 1;
    return `UNH+${reference}+${type}:D:96A:UN'${body}UNT+${body.split("'").length + 1}+${reference}'`;
  });
  return `UNB+UNOC:3+1697684:31B+CED-1:91+261020:0800+R1'${messages.join('')}UNZ+${messages.length}+R1'`;
};
const response = (document: string, ...lines: string[]): string =>
  `BGM+231+${document}+4'DTM+137:20261020:102'${lines.join('')}UNS+S'CNT+2:${lines.length}'`;
const encumbered = async () =>
  (await fundStore(table).levels({ memberId, year }, 'ADULT'))?.map(({ amounts: { whole } }) => whole.encumbered);

beforeAll(() => {
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
});
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  const member = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
  await memberStore(table).create({ memberId, name: 'Cedar', ...member }, '2025-01-01T00:00:00.000Z');
  const days = { name: year, firstDay: `${year}-01-01`, lastDay: `${year}-12-31`, timeZone: 'UTC', currency: 'USD' };
  await ask(setYear, {
    path: { year },
    body: { ...days, orderGraceDays: 0, invoiceGraceDays: 60, close: false, v: 0 },
  });
  const limits = { encumbrance: 100, expenditure: 100, warning: 80 };
  const fund = { name: 'Adult', state: 'active', limits, edition: 0 };
  await ask(setFund, { path: { year, code: 'BOOKS' }, body: fund });
  await ask(setFund, { path: { year, code: 'ADULT' }, body: { ...fund, parent: 'BOOKS' } });
  await ask(moveMoney, { path: { year }, body: { kind: 'allocation', to: 'ADULT', amount: 100_000 } });
  const terms = { name: 'Baker', san: '1697684', account: 'CED-1', discount: 0, claimAfterDays: 45, isActive: true };
  await ask(setVendor, { path: { code: vendor }, body: { ...terms, v: 0 } });
});

test('A38 a line that the vendor cancels frees its money at every level; the one that comes later does not', async () => {
  const { number, orderId } = await placed();
  expect(await encumbered()).toEqual([10_000, 10_000]);
  const text = response(
    'R77',
    `LIN+1+2'FTX+LIN++OP:8B:28'RFF+LI:${number}-1'`,
    `LIN+2+24'QTY+83:1'DTM+44:20270110:102'RFF+LI:${number}-2'`,
  );
  expect(await load(file('ORDRSP', text))).toMatchObject({
    ...{ status: 200, refused: [] },
    answers: [
      { reference: '1', type: 'ORDRSP', number: 'R77', orderId, order: number, isNew: true, lines: 2, cancelled: 1 },
    ],
  });
  expect(await encumbered()).toEqual([6_000, 6_000]);
  const onOrder = await onOrderIn(table, ['rec_1', 'rec_2']);
  expect([...onOrder.values()].map(({ copies }) => copies.get(memberId) ?? 0)).toEqual([0, 1]);
  expect(await shown(orderId)).toMatchObject({
    state: 'placed',
    lines: [{ answer: { act: 'cancelled', code: 'OP' } }, { answer: { act: 'recorded', available: '2027-01-10' } }],
  });
});

test('A102 the same file twice, also at once, changes an order once', async () => {
  const { number, orderId } = await placed();
  const text = file('ORDRSP', response('R77', `LIN+1+2'RFF+LI:${number}-1'`));
  const first = await Promise.all([load(text), load(text)]);
  expect(first.flatMap(({ answers }) => answers.map(({ isNew }) => isNew)).toSorted()).toEqual([false, true]);
  const before = await shown(orderId);
  expect((await load(text)).answers).toMatchObject([{ isNew: false, cancelled: 0 }]);
  expect(await shown(orderId)).toEqual(before);
  expect(await encumbered()).toEqual([6_000, 6_000]);
});

test('a despatch advice says what is on its way, and an order that the vendor cancels whole is cancelled', async () => {
  const { number, orderId } = await placed();
  const advice = `BGM+351+D55+9'DTM+137:20261020:102'LIN+1'QTY+12:1'RFF+LI:${number}-1'CNT+2:1'`;
  expect((await load(file('DESADV', advice))).answers).toMatchObject([{ type: 'DESADV', number: 'D55', isNew: true }]);
  expect((await shown(orderId)).lines[0]?.answer).toMatchObject({ act: 'dispatched', sent: 1, document: 'D55' });
  const over = [1, 2].map((line) => `LIN+${line}+2'RFF+LI:${number}-${line}'`);
  await load(file('ORDRSP', response('R78', ...over)));
  expect([(await shown(orderId)).state, await encumbered()]).toEqual(['cancelled', [0, 0]]);
});

test('A104 answers to unknown orders, of another vendor or for another account change nothing', async () => {
  const { number, orderId } = await placed();
  const before = await shown(orderId);
  const own = `LIN+1+2'RFF+LI:${number}-1'`;
  const unknown = `LIN+2+5'RFF+LI:2026/00077-1'`;
  const loaded = await load(
    file('ORDRSP', response('R1', own, unknown), `BGM+231+R2+4'RFF+API:OTHER'${own}UNS+S'CNT+2:1'`),
  );
  expect(loaded.answers).toEqual([]);
  expect(loaded.refused).toMatchObject([
    { reference: '1', number: 'R1', code: 'no-such-order-line', line: '2' },
    { reference: '2', number: 'R2', code: 'other-account' },
  ]);
  const other = { name: 'Midwest', san: '1697536', discount: 0, claimAfterDays: 45, isActive: true, v: 0 };
  await ask(setVendor, { path: { code: 'MIDWEST' }, body: other });
  expect(await load(file('ORDRSP', response('R3', own)), 'MIDWEST')).toMatchObject({
    ...{ answers: [] },
    refused: [{ code: 'other-vendor' }],
  });
  expect(await load('no interchange')).toMatchObject({ answers: [], refused: [{ code: 'not-edifact' }] });
  expect(await load(file('ORDRSP'), 'NOBODY')).toMatchObject({ status: 422, code: 'unknown-vendor' });
  const many = Array.from({ length: 101 }, (_, index) => response(`R${index}`, own));
  expect(await load(file('ORDRSP', ...many))).toMatchObject({ status: 422, code: 'too-many-messages' });
  expect(await shown(orderId)).toEqual(before);
});

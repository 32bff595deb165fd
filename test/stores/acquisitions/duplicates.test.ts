import { handler as showDuplicates } from '../../../functions/acquisitions/operations/show-duplicates/handler.ts';
import { handler as showOrder } from '../../../functions/acquisitions/operations/show-order/handler.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { aBuyer, aDraft, aPlacedOrder, askAs, holdsWait, lineOf, onOrderBy, stepWith } from '../../builders/buying.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { hide } from '../../builders/hiding.ts';
import { aCopy } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { aSharingConsortium, catalogued } from '../../builders/request-options.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';

const [TEN, THIRTEEN] = ['0306406152', '9780306406157'];
let table: Awaited<ReturnType<typeof aTable>>;
let index: TestIndex;
let recordId = '';
const sourceId = 'birch:b1';

type Shown = { holds: number; libraries: object[]; proposed: number; refused: boolean; code?: string; title?: string };
const shown = async (query: Record<string, string>, actor?: Actor) =>
  askAs<Shown>(showDuplicates, { query, ...(actor && { actor }) });
const audited = async () => (await scanAll(table.name)).filter(({ did }) => did === 'step-order');

beforeAll(() => {
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
  process.env.BUCKET_NAME = 'no-bucket';
});
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  index = anIndex();
  await aSharingConsortium(table);
  const book = { id: 'b1', title: 'Signals and systems', author: 'Okafor, Ada', isbn: TEN, items: [] };
  [recordId = ''] = await catalogued(table, index, 'birch', [book]);
  for (let copy = 0; copy < 3; copy += 1) await aCopy(table, { recordId, sourceId, branchId: 'birch.east' });
  await aBuyer(table, 'cedar');
  await aBuyer(table, 'birch');
});
afterEach(() => index.drop());

test('A40 an ISBN of 10 or 13 digits, and the record, show who has the title and how many copies, what is on order, and the holds', async () => {
  await holdsWait(table, recordId, 14);
  await aPlacedOrder([lineOf({ isbn: THIRTEEN }, 2)], 'birch');
  const expected = {
    ...{ recordId, title: 'Signals and systems', holds: 14, proposed: 0, refused: false },
    libraries: [{ memberId: 'birch', held: 3, onOrder: 2 }],
  };
  for (const query of [{ isbn: TEN }, { isbn: THIRTEEN }, { recordId }])
    expect(await shown(query)).toEqual({ status: 200, body: expected });
  // A lost copy is none; a copy on order that is an item already is the one that was ordered.
  await aCopy(table, { recordId, sourceId, branchId: 'birch.east', state: 'lost' });
  await aCopy(table, { recordId, sourceId, branchId: 'birch.east', state: 'on-order' });
  expect((await shown({ isbn: TEN })).body).toEqual(expected);
  expect((await shown({ isbn: '9780441478125' })).body).toEqual({
    holds: 0,
    libraries: [],
    proposed: 0,
    refused: false,
  });
  expect(await shown({})).toMatchObject({ status: 422, body: { code: 'unnamed-title' } });
});

test('A49 other libraries see counts of orders only, no copies that are hidden from them, and nothing of this list', async () => {
  await aPlacedOrder([lineOf({ isbn: THIRTEEN }, 2)], 'birch');
  const text = JSON.stringify(await shown({ isbn: THIRTEEN }));
  expect(text).not.toMatch(/ord_|MIDWEST|BOOKS/);
  expect((await shown({ isbn: TEN }, staffAt('birch', 'acquisitions'))).status).toBe(403);
  expect((await shown({ isbn: TEN }, staffAt('cedar', 'desk'))).status).toBe(403);
  expect((await shown({ isbn: TEN }, consortiumStaff('auditor'))).status).toBe(200);
  await hide(table, sourceId, ['public', 'other-members']);
  expect((await shown({ isbn: TEN })).body).toEqual({
    ...{ holds: 0, libraries: [{ memberId: 'birch', held: 0, onOrder: 2 }], proposed: 0, refused: false },
  });
});

test('A40 without the policy a duplicate is placed; with it, it is refused naming the title, and placed with a reason that is recorded', async () => {
  expect((await aPlacedOrder([lineOf({ isbn: THIRTEEN })])).state).toBe('placed');
  await aBuyer(table, 'ash', { refusesDuplicates: true });
  expect((await shown({ isbn: TEN }, consortiumStaff('auditor'))).body.refused).toBe(false);
  const draft = await aDraft(
    [lineOf({ recordId: 'rec_unknown' }), lineOf({ title: 'Signals', isbn: THIRTEEN })],
    'ash',
  );
  const refused = await stepWith(draft, { act: 'place' });
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'duplicate-title', errors: [{ params: { title: 'Signals' } }] },
  });
  expect(await onOrderBy(table, 'rec_unknown')).toEqual({});
  const placed = await stepWith(draft, { act: 'place', reason: 'For the reading circle' });
  expect(placed.body).toMatchObject({
    state: 'placed',
    steps: [{}, { act: 'place', reason: 'For the reading circle' }],
  });
  const lines = (await audited()).filter(({ detail }) => JSON.stringify(detail).includes('For the reading circle'));
  expect(lines).toMatchObject([{ subject: 'member:ash', by: 'staff:stf_of-ash' }]);
});

test('A40 an order that the holds require is no duplicate, up to the copies that they require', async () => {
  await holdsWait(table, recordId, 25);
  await aBuyer(table, 'ash', { refusesDuplicates: true });
  const tooMany = await stepWith(await aDraft([lineOf({ recordId }, 3)], 'ash'), { act: 'place' });
  expect(tooMany.body.code).toBe('duplicate-title');
  expect((await stepWith(await aDraft([lineOf({ recordId }, 2)], 'ash'), { act: 'place' })).body.state).toBe('placed');
  // The copies on order count now.
  const again = await stepWith(await aDraft([lineOf({ isbn: TEN })], 'ash'), { act: 'place' });
  expect(again.body.code).toBe('duplicate-title');
});

test('A40 of orders of one title that are placed at the same time, by ISBN and by record, one is placed', async () => {
  const [other = ''] = await catalogued(table, index, 'birch', [
    { id: 'b2', title: 'Small waves', author: 'Reyes, Ines', isbn: '9780441478125', items: [] },
  ]);
  for (const member of ['ash', 'elm']) await aBuyer(table, member, { refusesDuplicates: true });
  const drafts = [
    await aDraft([lineOf({ isbn: '9780441478125' })], 'ash'),
    await aDraft([lineOf({ recordId: other })], 'elm'),
    await aDraft([lineOf({ isbn: '0441478123' })], 'elm'),
  ];
  const answers = await Promise.all(drafts.map((draft) => stepWith(draft, { act: 'place' })));
  expect(answers.map(({ body }) => body.code ?? body.state).toSorted()).toEqual([
    ...['duplicate-title', 'duplicate-title', 'placed'],
  ]);
});

test('A40 an order that waits for approval is judged when it is placed and when it is approved, unless it has a reason', async () => {
  await aBuyer(table, 'ash', { refusesDuplicates: true, approvalAbove: 100 });
  const approver = staffAt('ash', 'member-finance');
  const approved = async (step: object) => {
    const waiting = (await stepWith(await aDraft([lineOf({ recordId: 'rec_new' })], 'ash'), step)).body;
    expect(waiting.state).toBe('waiting');
    return { waiting, approve: () => stepWith(waiting, { act: 'approve' }, approver) };
  };
  const first = await approved({ act: 'place' });
  const second = await approved({ act: 'place' });
  const third = await approved({ act: 'place', reason: 'For the branch' });
  const other: Actor = { ...approver, id: 'stf_other' } as Actor;
  expect((await stepWith(first.waiting, { act: 'approve' }, other)).body.state).toBe('placed');
  expect((await stepWith(second.waiting, { act: 'approve' }, other)).body.code).toBe('duplicate-title');
  expect((await stepWith(third.waiting, { act: 'approve' }, other)).body.state).toBe('placed');
  const shownOrder = await askAs<{ order: { state: string } }>(showOrder, {
    ...{ member: 'ash', path: { orderId: second.waiting.orderId } },
  });
  expect(shownOrder.body.order.state).toBe('waiting');
});

test('while the search does not answer, an ISBN is not judged as free: the order waits, unless it names a record or has a reason', async () => {
  await aBuyer(table, 'ash', { refusesDuplicates: true });
  const endpoint = process.env.SEARCH_ENDPOINT;
  process.env.SEARCH_ENDPOINT = 'http://127.0.0.1:1';
  const draft = await aDraft([lineOf({ isbn: TEN })], 'ash');
  expect([(await shown({ isbn: TEN })).status, (await stepWith(draft, { act: 'place' })).status]).toEqual([503, 503]);
  expect((await shown({ recordId })).body.libraries).toEqual([{ memberId: 'birch', held: 3, onOrder: 0 }]);
  const named = await stepWith(await aDraft([lineOf({ recordId })], 'ash'), { act: 'place' });
  expect(named.body.code).toBe('duplicate-title');
  expect((await stepWith(draft, { act: 'place', reason: 'The search is away' })).body.state).toBe('placed');
  process.env.SEARCH_ENDPOINT = endpoint;
});

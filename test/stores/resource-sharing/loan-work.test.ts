import { itemStore } from '../../../functions/items/public/item-store.ts';
import { loanRequestStore } from '../../../functions/resource-sharing/data/loan-request-store.ts';
import type { LoanRequest } from '../../../functions/resource-sharing/domain/requests/request.ts';
import type { LoanRequestRow } from '../../../functions/resource-sharing/domain/requests/view-schemas.ts';
import { handler as countWork } from '../../../functions/resource-sharing/operations/count-work/handler.ts';
import { handler as listRequests } from '../../../functions/resource-sharing/operations/list-requests/handler.ts';
import { handler as takeSteps } from '../../../functions/resource-sharing/operations/take-steps/handler.ts';
import type { Citation } from '../../../layers/kernel/citation/citation.ts';
import type { Role } from '../../../layers/kernel/identity/roles.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at } from '../../builders/lending.ts';
import { aLoanRequest } from '../../builders/loan-request.ts';
import { staffAt } from '../../builders/people.ts';
import '../../builders/loan-machine.ts';

const noon = '2026-11-02T12:00:00.000Z';
let table: Table;
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
});

let serial = 0;
/** Writes a request to the table as the builder made it, under its own ids. */
const stored = async (made: LoanRequest, more: Partial<LoanRequest> = {}): Promise<LoanRequest> => {
  serial += 1;
  const number = String(serial).padStart(4, '0');
  const request = { ...made, requestId: `req_${number}`, recordId: `rec_${number}`, ...more };
  const store = loanRequestStore(table);
  expect(await store.place({ ...request, asks: [], history: [] }, [])).toBe('placed');
  const before = await store.load(request.requestId);
  if (before) expect(await store.save(before, { request, facts: [], outgoing: [] })).toBe(true);
  return request;
};

const list = async (branch: string, query: Record<string, string>) => {
  const answer = await call(listRequests.using(at(noon)), { actor: staffAt(branch, 'ill'), query });
  expect(answer.status).toBe(200);
  return answer.body as { requests: LoanRequestRow[]; next?: string };
};
const count = async (branch: string, memberId: string) =>
  call(countWork.using(at(noon)), { actor: staffAt(branch, 'ill'), path: { memberId } });
type Counted = Record<'requester' | 'supplier', { groups: { group: string; count: number }[] }>;
const inGroups = ({ body }: { body: unknown }, side: 'requester' | 'supplier') =>
  Object.fromEntries(
    (body as Counted)[side].groups.flatMap(({ group, count: many }) => (many > 0 ? [[group, many]] : [])),
  );
const together = (branchId: string, steps: object[], role: Role = 'ill') =>
  call(takeSteps.using(at(noon)), { actor: staffAt(branchId, role), body: { branchId, steps } });

test('a member’s tasks are counted by group for each side, and listed by it', async () => {
  const citation: Citation = { kind: 'book', title: 'The tale of Genji', isbn: ['9780142437148'] };
  const asked = aLoanRequest().withRota('birch').asked();
  const waiting = await stored(asked.build(), { citation });
  await stored(aLoanRequest().withRota('birch').asked().promised().build());
  const late = aLoanRequest().withRota('birch').asked().promised().shipped().build();
  await stored({ ...late, attention: 'arrival-late' });
  await stored(aLoanRequest().withRota('birch').asked().declined().build(), { attention: 'message-undelivered' });

  const ash = await count('ash.main', 'ash');
  expect(ash).toMatchObject({ status: 200, body: { requester: { open: 4 }, supplier: { open: 0 } } });
  expect(inGroups(ash, 'requester')).toEqual({ undelivered: 1, late: 1, waiting: 2 });
  const birches = await count('birch.east', 'birch');
  expect(inGroups(birches, 'supplier')).toEqual({ 'to-answer': 1, 'to-ship': 1, waiting: 1 });
  expect(await count('ash.main', 'birch')).toMatchObject({ status: 403, body: { code: 'other-member' } });

  const birch = await list('birch.east', { memberId: 'birch', side: 'supplier', group: 'to-answer' });
  expect(birch.requests).toMatchObject([
    {
      requestId: waiting.requestId,
      group: 'to-answer',
      title: 'The tale of Genji',
      citation: { isbn: ['9780142437148'] },
      needsAttention: true,
    },
  ]);
  expect(birch.requests[0]?.actions.filter(({ usual }) => usual)).toMatchObject([
    { trigger: 'accept', askId: waiting.asks[0]?.askId },
  ]);
  const eyed = await list('ash.main', { memberId: 'ash', attention: 'only' });
  expect(eyed.requests.map(({ group }) => group).toSorted()).toEqual(['late', 'undelivered']);
});

test('a group is listed completely, page after page, however many others are in between', async () => {
  const promised = aLoanRequest().withRota('birch').asked().promised().build();
  for (let i = 0; i < 130; i += 1)
    await stored({ ...promised, ...(i % 2 === 0 && { attention: 'ship-late' as const }) });
  const query = { memberId: 'ash', group: 'late' };
  const first = await list('ash.main', query);
  expect(first.requests).toHaveLength(50);
  const second = await list('ash.main', { ...query, after: first.next ?? '' });
  expect([second.requests.length, second.next]).toEqual([15, undefined]);
  const ids = [...first.requests, ...second.requests].map(({ requestId }) => requestId);
  expect(new Set(ids).size).toBe(65);
  expect(ids).toEqual(ids.toSorted());
});

test('of several steps each has its own answer: one that fails leaves the others done', async () => {
  const copy = await aCopy(table, { branchId: 'birch.east' });
  const { patronId } = await aBorrower(table);
  const asked = aLoanRequest().withRota('birch').asked().build();
  const [one, two, gone] = [await stored(asked), await stored(asked), await stored(asked)];
  const named = asked.asks.map((ask) => ({ ...ask, itemId: copy.itemId }));
  const wanted = await stored(asked, { recordId: copy.recordId ?? '', patron: { patronId }, asks: named });
  const step = (request: LoanRequest, name: string, more = {}) => ({
    ...{ requestId: request.requestId, askId: asked.asks[0]?.askId, step: name },
    ...more,
  });
  const no = { reason: 'NotOnShelf' };
  await together('birch.east', [step(gone, 'decline', no)]);

  const { status, body } = await together('birch.east', [
    step(one, 'decline', no),
    step(gone, 'accept', { barcode: copy.barcode }),
    step(two, 'decline'),
    step(wanted, 'accept'),
    step({ ...one, requestId: 'req_nowhere' }, 'decline', no),
  ]);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    results: [
      { requestId: one.requestId, step: 'decline', status: { state: 'unfilled' } },
      { requestId: gone.requestId, refused: [{ code: 'other-record' }] },
      { requestId: two.requestId, refused: [{ code: 'reason-missing' }] },
      { requestId: wanted.requestId, status: { state: 'will-supply' } },
      { requestId: 'req_nowhere', refused: [{ code: 'unknown-request' }] },
    ],
  });
  expect(await itemStore(table).get(copy.itemId, { strong: true })).toMatchObject({
    state: 'paged',
    hold: { holdId: wanted.requestId },
  });
  expect((await list('birch.east', { memberId: 'birch', side: 'supplier' })).requests).toHaveLength(2);
});

test('shipping names the copy that leaves: the promised one only when it is scanned, and another one in its place', async () => {
  const promised = await aCopy(table, { branchId: 'birch.east' });
  const { recordId = '', sourceId } = promised;
  const other = await aCopy(table, { branchId: 'birch.east', recordId, sourceId });
  const { patronId } = await aBorrower(table);
  const asked = aLoanRequest().withRota('birch').asked().build();
  const named = asked.asks.map((ask) => ({ ...ask, itemId: promised.itemId }));
  const wanted = await stored(asked, { recordId, patron: { patronId }, asks: named });
  const ship = (more: object) =>
    together('birch.east', [{ requestId: wanted.requestId, askId: asked.asks[0]?.askId, ...more }]);
  expect((await ship({ step: 'accept' })).body).toMatchObject({ results: [{ status: { state: 'will-supply' } }] });
  expect((await ship({ step: 'ship' })).body).toMatchObject({ results: [{ refused: [{ code: 'barcode-missing' }] }] });
  const due = new Date(Date.parse(noon) + 20 * 86_400_000).toISOString();
  expect((await ship({ step: 'ship', barcode: other.barcode, due })).body).toMatchObject({
    results: [{ status: { state: 'shipped' } }],
  });
  const items = await itemStore(table).getMany([promised.itemId, other.itemId]);
  expect(items.map(({ itemId, state }) => [itemId === other.itemId, state]).toSorted()).toEqual([
    [false, 'available'],
    [true, 'in-transit'],
  ]);
});

test('a scanned copy leads to the requests that it answers: those that name it, then those that want its title', async () => {
  const copy = await aCopy(table, { branchId: 'birch.east' });
  const { recordId = '', sourceId } = copy;
  const second = await aCopy(table, { branchId: 'birch.east', recordId, sourceId });
  const asked = aLoanRequest().withRota('birch').asked().build();
  const older = await stored(asked, { recordId });
  const named = await stored(asked, {
    ...{ recordId, patron: { patronId: (await aBorrower(table)).patronId } },
    asks: asked.asks.map((ask) => ({ ...ask, itemId: copy.itemId })),
  });
  await stored(asked);
  const found = async (barcode: string) =>
    (await list('birch.east', { memberId: 'birch', barcode })).requests.map(({ requestId }) => requestId);
  expect(await found(copy.barcode)).toEqual([named.requestId, older.requestId]);
  expect((await found(second.barcode)).toSorted()).toEqual([older.requestId, named.requestId].toSorted());
  const unknown = { memberId: 'birch', barcode: '39999000000001' };
  expect(
    await call(listRequests.using(at(noon)), { actor: staffAt('birch.east', 'ill'), query: unknown }),
  ).toMatchObject({ status: 404, body: { code: 'unknown-item' } });
});

test('a desk takes only the steps of its workflow; another library’s request is not found', async () => {
  const shipped = aLoanRequest().withRota('birch').asked().promised().shipped().build();
  const request = await stored(shipped);
  const askId = shipped.asks[0]?.askId;
  const steps = [
    { requestId: request.requestId, step: 'report-lost' },
    { requestId: request.requestId, step: 'receive' },
  ];
  expect((await together('ash.main', steps, 'desk')).body).toMatchObject({
    results: [
      { step: 'report-lost', refused: [{ code: 'not-your-step' }] },
      { step: 'receive', status: { state: 'received' } },
    ],
  });
  const stranger = [{ requestId: request.requestId, askId, step: 'check-in' }];
  expect((await together('cedar.main', stranger)).body).toMatchObject({
    results: [{ refused: [{ code: 'unknown-request' }] }],
  });
  expect(await together('ash.main', [])).toMatchObject({ status: 400, body: { code: 'bad-input' } });
  const many = Array.from({ length: 51 }, () => steps[0] ?? {});
  expect(await together('ash.main', many)).toMatchObject({ status: 400, body: { code: 'bad-input' } });
});

import { circulationStores } from '../../../functions/circulation/data/circulation-stores.ts';
import { closingStore } from '../../../functions/circulation/data/closing-store.ts';
import { holdStore } from '../../../functions/circulation/data/hold-store.ts';
import { handler as listClosings } from '../../../functions/circulation/operations/list-closings/handler.ts';
import { handler as previewClosing } from '../../../functions/circulation/operations/preview-closing/handler.ts';
import { handler as runClosing } from '../../../functions/circulation/operations/run-closing/handler.ts';
import { processClosings } from '../../../functions/circulation/use-cases/process-closings.ts';
import { checkScheduler } from '../../../functions/circulation/use-cases/schedule-checks.ts';
import { startClosing } from '../../../functions/circulation/use-cases/start-closing.ts';
import type { ItemCirculation } from '../../../functions/items/public/item-circulation.ts';
import { itemRecord } from '../../../functions/items/public/item-record.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { branchStore } from '../../../functions/membership/public/branch-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { call } from '../../builders/call.ts';
import { aHold, aLoan } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, aPlacedHold, at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';

const branchId = 'cedar.main';
const monday = '2026-03-02T08:00:00.000Z';
const endOf = (day: string) => `2026-03-${day}T22:59:59.000Z`;
const snow = { from: '2026-03-02', to: '2026-03-05', reason: 'Closed because of snow' };
const admin = staffAt('cedar', 'member-admin');
let table: Table & { name: string };

const ask = async (handler: Parameters<typeof call>[0], body: object, closingId?: string, when = monday) => {
  const path = { branchId, ...(closingId && { closingId }) };
  return (await call(handler.using(at(when)), { actor: admin, path, body: body as Record<string, unknown> })) as {
    status: number;
    body: { closingId: string; state: string; moves: object[]; left: object; held: object; counts: object };
  };
};
const run = (closingId: string, way: 'onwards' | 'back' | 'look', when = monday) =>
  ask(runClosing, { way }, closingId, when);
const preview = async () => run((await ask(previewClosing, snow)).body.closingId, 'look');
const stored = async ({ itemId }: Pick<ItemCirculation, 'itemId'>) => itemStore(table).get(itemId, { strong: true });
const dueOf = async (copy: Pick<ItemCirculation, 'itemId'>) => (await stored(copy))?.loan?.due;
const closures = async () => (await branchStore(table).get(branchId, Date.parse(monday)))?.calendar.closures;

/** A copy lent at the branch, with its next check scheduled. */
const lent = async (due: string, more: Partial<NonNullable<ItemCirculation['loan']>> = {}, over = {}) => {
  const { patronId } = await aBorrower(table);
  const copy = await aCopy(table, over);
  const loanId = copy.itemId.replace('itm', 'lon');
  const loan = aLoan({ loanId, patronId, checkoutBranch: branchId, due, ...more });
  const item: ItemCirculation = { ...copy, state: 'on-loan', loan, v: 2 };
  await table.write([{ put: itemRecord(item) }]);
  await checkScheduler(table).change({ after: item, at: Date.parse('2026-03-01T00:00:00.000Z') });
  return item;
};
/** A copy on the hold shelf of the branch until the end of a day. */
const shelved = async (shelfExpiresAt: string) => {
  const { patronId } = await aBorrower(table);
  const copy = await aCopy(table);
  const { recordId = '', itemId } = copy;
  const holdId = itemId.replace('itm', 'hld');
  const state = 'on-shelf' as const;
  const hold = aHold({
    holdId,
    recordId,
    patronId,
    pickupBranch: branchId,
    state,
    targetItemId: itemId,
    shelfExpiresAt,
  });
  await aPlacedHold(table, hold);
  const claim = { holdId, patronId, pickupBranch: branchId, shelfExpiresAt };
  const item: ItemCirculation = { ...copy, state: 'on-hold-shelf', currentBranch: branchId, hold: claim, v: 2 };
  await table.write([{ put: itemRecord(item) }]);
  return item;
};

/** The dependencies of a run of which only the first writes succeed. */
const killedAfter = (writes: number, now: number) => {
  let left = writes;
  const killed: Table = {
    ...table,
    write: (...given) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('killed')) : table.write(...given);
    },
  };
  return { ...circulationStores(killed), closings: closingStore(killed), ids: systemIds, clock: { now: () => now } };
};

beforeAll(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});
beforeEach(async () => {
  table = await aTable();
  await aConsortium(table, [
    { id: 'unmoved', setBy: 'consortium', when: { itemCategory: 'laptop' }, values: { closedDays: 'keep' } },
    {
      ...{ id: 'term', setBy: 'consortium' as const, when: { itemCategory: 'atlas' } },
      values: { dueCeilings: [{ from: '2026-01-01', to: '2026-03-31', due: '2026-03-04' }] },
    },
  ]);
});

test('a branch closed because of snow: dates of the closed days move to the next open day, others stay, and all can be taken back', async () => {
  const [first, last, after] = [await lent(endOf('02')), await lent(endOf('05')), await lent(endOf('06'))];
  const elsewhere = await lent(endOf('04'), { checkoutBranch: 'birch.east' });
  const unmoved = await lent(endOf('04'), {}, { category: 'laptop' });
  const limited = await lent(endOf('04'), {}, { category: 'atlas' });
  const held = await shelved(endOf('03'));
  const { status, body } = await preview();
  expect([status, body]).toMatchObject([
    200,
    {
      state: 'previewed',
      moves: [
        { what: 'hold', from: '2026-03-03', to: '2026-03-06', count: 1 },
        { what: 'loan', from: '2026-03-02', to: '2026-03-06', count: 1 },
        { what: 'loan', from: '2026-03-05', to: '2026-03-06', count: 1 },
      ],
      left: { 'rule-keeps': 1, 'rule-limit': 1 },
      counts: { planned: 3, left: 2 },
    },
  ]);
  expect([await dueOf(first), await closures()]).toEqual([endOf('02'), []]);

  expect(await run(body.closingId, 'onwards')).toMatchObject({
    status: 200,
    body: { state: 'done', counts: { done: 3 } },
  });
  expect(await closures()).toEqual([snow]);
  expect(await Promise.all([first, last, after].map(dueOf))).toEqual([endOf('06'), endOf('06'), endOf('06')]);
  expect(await Promise.all([elsewhere, unmoved, limited].map(dueOf))).toEqual([endOf('04'), endOf('04'), endOf('04')]);
  const onShelf = await holdStore(table).get(held.recordId ?? '', held.hold?.holdId ?? '');
  expect([(await stored(held))?.hold?.shelfExpiresAt, onShelf?.shelfExpiresAt]).toEqual([endOf('06'), endOf('06')]);
  expect((await call(listClosings.using(at(monday)), { actor: admin, path: { branchId } })).body).toMatchObject({
    closings: [{ state: 'done', reason: snow.reason }],
  });
  const dates = async (query: object, branch = branchId) => {
    const asked = { actor: staffAt(branch.split('.')[0] ?? '', 'member-admin'), path: { branchId: branch }, query };
    return (await call(listClosings.using(at(monday)), asked as never)).body as { dates: object[]; next?: string };
  };
  const { closingId } = body;
  const all = (await dates({ closingId })).dates;
  expect(all).toHaveLength(5);
  const { itemId, barcode } = first;
  expect(all).toContainEqual({ itemId, barcode, what: 'loan', from: '2026-03-02', to: '2026-03-06', state: 'done' });
  expect(all).toContainEqual(expect.objectContaining({ barcode: limited.barcode, state: 'left', left: 'rule-limit' }));
  const page = await dates({ closingId, limit: '2' });
  const rest = await dates({ closingId, limit: '3', after: page.next });
  expect([...page.dates, ...rest.dates]).toEqual(all);
  expect(await dates({ closingId }, 'birch.east')).toMatchObject({ code: 'closing-unknown' });

  expect(await run(body.closingId, 'back')).toMatchObject({ body: { state: 'undone', counts: { undone: 3 } } });
  expect([await dueOf(first), await dueOf(last), await closures()]).toEqual([endOf('02'), endOf('05'), []]);
  expect(await run(body.closingId, 'onwards')).toMatchObject({ status: 409, body: { code: 'closing-wrong-state' } });
});

test('a branch closes at two on one day: dates of the rest of the day move, and the morning stays open', async () => {
  const storm = { from: '2026-03-02', to: '2026-03-02', closesAt: '14:00', reason: 'Storm' };
  const [noon, three] = ['2026-03-02T11:00:00.000Z', '2026-03-02T14:00:00.000Z'];
  const loans = [await lent(noon), await lent(three), await lent(endOf('02')), await lent(endOf('03'))];
  const { closingId } = (await ask(previewClosing, storm)).body;
  const { body } = await run(closingId, 'look');
  expect(body).toMatchObject({ ...storm, state: 'previewed', counts: { planned: 2 } });
  await run(closingId, 'onwards');
  expect(await closures()).toEqual([storm]);
  expect(await Promise.all(loans.map(dueOf))).toEqual([noon, '2026-03-03T08:00:00.000Z', endOf('03'), endOf('03')]);
  await run(closingId, 'back');
  expect([await closures(), await Promise.all(loans.map(dueOf))]).toEqual([
    [],
    [noon, three, endOf('02'), endOf('03')],
  ]);
});

test('a run that stops in the middle is finished once by the background job; a loan renewed or returned meanwhile is untouched', async () => {
  const loans = [await lent(endOf('03')), await lent(endOf('03')), await lent(endOf('04'))];
  const [renewed, undisturbed, later] = loans as [ItemCirculation, ItemCirculation, ItemCirculation];
  const { body } = await preview();
  const again = endOf('27');
  const { loan } = renewed;
  if (loan) await table.write([{ put: itemRecord({ ...renewed, v: 3, loan: { ...loan, due: again, renewals: 1 } }) }]);
  // Each write may be the last one of a run.
  const start = { actor: admin, path: { branchId, closingId: body.closingId }, way: 'onwards' as const };
  for (let writes = 1; writes < 14; writes += 1) {
    const now = Date.parse(monday) + writes * 600_000;
    const deps = killedAfter(writes, now);
    await (writes < 3 ? startClosing(deps, { ...start, now }) : processClosings(deps)).catch(() => undefined);
  }
  expect(await run(body.closingId, 'onwards')).toMatchObject({ body: { state: 'done', counts: { done: 2 } } });
  expect(await Promise.all(loans.map(dueOf))).toEqual([again, endOf('06'), endOf('06')]);
  expect([(await stored(undisturbed))?.v, (await stored(later))?.v, await closures()]).toEqual([3, 3, [snow]]);

  const tuesday = '2026-03-03T08:00:00.000Z';
  expect(await run(body.closingId, 'back', tuesday)).toMatchObject({ status: 409, body: { code: 'closing-begun' } });
  const past = { ...snow, from: '2026-03-01' };
  expect(await ask(previewClosing, past)).toMatchObject({ status: 422, body: { code: 'closing-in-past' } });
});

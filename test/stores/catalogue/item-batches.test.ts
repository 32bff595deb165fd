import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { matchingRules } from '../../../functions/catalogue/data/matching-rules.ts';
import { handler as addItem } from '../../../functions/catalogue/operations/add-item/handler.ts';
import { handler as getItemBatch } from '../../../functions/catalogue/operations/get-item-batch/handler.ts';
import { handler as listItemBatches } from '../../../functions/catalogue/operations/list-item-batches/handler.ts';
import { handler as listTemplates } from '../../../functions/catalogue/operations/list-item-templates/handler.ts';
import { handler as preview } from '../../../functions/catalogue/operations/preview-item-changes/handler.ts';
import { handler as runBatch } from '../../../functions/catalogue/operations/run-item-batch/handler.ts';
import { handler as setTemplate } from '../../../functions/catalogue/operations/set-item-template/handler.ts';
import { handler as setVisibility } from '../../../functions/catalogue/operations/set-visibility/handler.ts';
import { processItemBatches } from '../../../functions/catalogue/use-cases/process-item-batches.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import { readItem } from '../../../functions/items/public/read-item.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { scanTableFrom } from '../../../layers/platform/dynamodb/scan-table.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { timedPatterns } from '../../../layers/platform/runtime/timed-patterns.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { failingTable } from '../../builders/failing-table.ts';
import { fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { staffAt, withBranch } from '../../builders/people.ts';
import { proofSize } from '../../builders/proof-size.ts';
import { todayOf } from '../../builders/today.ts';

let table: Table & { name: string };
const ash = { actor: staffAt('ash', 'cataloguer'), path: { memberId: 'ash' } };
const barcodes = ['4711', '4712', '4713', '4714', '4715'];
const book = (id: string, items: string[]) => ({ id, title: `The memory of ${id}`, items });
const shelf = [
  book('water', ['$aMAIN$p4711$o823.7 AUS$cSTX', '$aMAIN$p4712$o823.8 DIC$cSTX', '$aMAIN$p4713$o914.2 X$cSTX']),
  book('stone', ['$aMAIN$p4714$oQA76 .B45$cSTX', '$aMAIN$p4715$o823.7 BRO$cREF']),
];

beforeEach(async () => {
  process.env.BUCKET_NAME = 'test-bucket';
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  for (const memberId of ['ash', 'oak']) {
    const member = { memberId, name: memberId, type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false };
    await memberStore(table).create(member, '2026-01-01T00:00:00.000Z');
    await withBranch(table, `${memberId}.main`);
  }
  await loadBytes(table, 'ash', fileOf(shelf));
  await loadBytes(table, 'oak', fileOf([book('water', ['$aMAIN$p9000$o823.7 AUS'])]));
});

type View = { batchId: string; state: string; counts: Record<string, number> };
const asked = async <T>(handler: OperationHandler, status: number, more: object, path: object = {}): Promise<T> => {
  const answered = await call(handler.using(systemRuntime()), { ...ash, ...more, path: { ...ash.path, ...path } });
  expect([answered.status, answered.body]).toEqual([status, answered.body]);
  return answered.body as T;
};
const opened = (items: object, change: object) =>
  asked<View>(preview, 201, {
    body: { items, change, ...('hiddenFrom' in change && { reason: 'The shelf is closed.' }) },
  });
const run = (batchId: string, way = 'onwards', status = 200) =>
  asked<View>(runBatch, status, { body: { way } }, { batchId });
const lines = async (batchId: string, of: string) =>
  (await asked<{ items: Record<string, unknown>[] }>(getItemBatch, 200, { query: { of } }, { batchId })).items;

const carry = (of: Table = table, now = Date.now() + 3_600_000) => {
  const runtime = systemRuntime();
  return processItemBatches({
    ...runtime,
    table: of,
    bucket: bucketInMemory(),
    rulesAt: matchingRules(table),
    patterns: timedPatterns(),
    clock: { now: () => now },
    walk: (entity, from) => scanTableFrom(runtime, entity, from),
  });
};
/** Returns every copy's location as described and as in circulation. */
const locations = async () =>
  Promise.all(
    barcodes.map(async (barcode) => {
      const item = await findItem(table, barcode);
      const copy = readItem(await table.get(itemsKeys.key('item', { itemId: item?.itemId ?? '' })));
      expect([barcode, copy.location]).toEqual([barcode, item?.location]);
      return copy.location;
    }),
  );

test('items by barcode: previewed, on Today until they are changed, undone; another member’s items and unchanged ones are reported', async () => {
  const batch = await opened(
    { barcodes: ['4711', '4712', '4712', '9000', '77'] },
    { location: 'Attic', hiddenFrom: ['public'], note: 'spine torn' },
  );
  expect(batch).toMatchObject({ state: 'previewed', counts: { planned: 2, refused: 2 } });
  const today = async () => (await todayOf(ash.actor, 'ash.main')).batches;
  expect(await today()).toMatchObject({ count: 1, entries: [{ id: batch.batchId, kind: 'items' }] });
  expect(await lines(batch.batchId, 'refused')).toEqual(
    ['77', '9000'].map((barcode) => ({ barcode, state: 'refused', reason: 'unknown-item' })),
  );
  const before = await locations();
  expect(new Set(before).size).toBeLessThan(3);
  const [line] = await lines(batch.batchId, 'planned');
  expect(line).toMatchObject({ from: { location: before[0], note: '', hiddenFrom: [] }, to: { location: 'Attic' } });
  expect(await run(batch.batchId)).toMatchObject({ state: 'done', counts: { done: 2 } });
  expect(await today()).toEqual({ count: 0, entries: [] });
  expect(await locations()).toEqual(['Attic', 'Attic', ...before.slice(2)]);
  expect(await findItem(table, '4711')).toMatchObject({ note: 'spine torn', hiddenFrom: ['public'] });
  // A repeated request does not run it again; a load of the same file keeps the staff's values.
  expect(await run(batch.batchId)).toMatchObject({ counts: { done: 2 } });
  expect(await run(batch.batchId, 'back')).toMatchObject({ state: 'undone', counts: { done: 2, undone: 2 } });
  expect(await locations()).toEqual(before);
  expect((await findItem(table, '4711'))?.note).toBeUndefined();
  expect(await run(batch.batchId, 'onwards', 409)).toMatchObject({ code: 'not-previewed' });
  const { batches } = await asked<{ batches: View[] }>(listItemBatches, 200, { query: {} });
  expect(batches.map(({ batchId }) => batchId)).toEqual([batch.batchId]);
});

test('items changed since the preview, or since the batch, are left as they are', async () => {
  const batch = await opened({ barcodes: ['4711', '4712'] }, { hiddenFrom: ['public'] });
  const hide = async (barcode: string, hiddenFrom: string[]) => {
    const item = await findItem(table, barcode);
    const what = { sourceId: item?.sourceId, itemId: item?.itemId };
    await asked(setVisibility, 200, { body: { what, hiddenFrom, reason: 'By hand.' } });
  };
  await hide('4712', ['union']);
  expect(await run(batch.batchId)).toMatchObject({ state: 'done', counts: { planned: 2, done: 1, failed: 1 } });
  expect(await lines(batch.batchId, 'failed')).toMatchObject([{ barcode: '4712', reason: 'changed-since' }]);
  expect((await findItem(table, '4712'))?.hiddenFrom).toEqual(['union']);
  await hide('4711', []);
  expect(await run(batch.batchId, 'back')).toMatchObject({ state: 'undone', counts: { retained: 1 } });
  expect((await findItem(table, '4711'))?.hiddenFrom).toEqual([]);
});

test('items by branch, type and a range of call numbers are found in the background, the member’s own only', async () => {
  const query = { branchId: 'ash.main', callNumberFrom: '823.7', callNumberTo: '823.8' };
  const batch = await opened(query, { category: 'reference' });
  expect(batch.state).toBe('gathering');
  expect(await run(batch.batchId, 'onwards', 409)).toMatchObject({ code: 'not-previewed' });
  await carry();
  const planned = await lines(batch.batchId, 'planned');
  expect(planned.map(({ barcode }) => barcode).sort()).toEqual(['4711', '4712', '4715']);
  expect(await run(batch.batchId)).toMatchObject({ state: 'done', counts: { done: 3 } });
  expect((await findItem(table, '4715'))?.category).toBe('reference');
  expect((await findItem(table, '4713'))?.category).not.toBe('reference');
  expect(await asked(preview, 422, { body: { items: { branchId: 'oak.main' }, change: { note: 'x' } } })).toMatchObject(
    {
      code: 'branch-elsewhere',
    },
  );
});

test('interrupted at any step of the search for items and resumed, each is found once', async () => {
  for (let nth = 2, through = false; !through; nth += proofSize(3, 1)) {
    const { batchId } = await opened({ branchId: 'ash.main' }, { location: `Room ${nth}` });
    const broken = failingTable(table, nth);
    through = await carry(broken).then(
      () => true,
      () => false,
    );
    // Two hours later no worker runs it any more.
    await carry(table, Date.now() + 7_200_000);
    const { batch } = await asked<{ batch: View }>(getItemBatch, 200, { query: {} }, { batchId });
    expect(batch).toMatchObject({ state: 'previewed', counts: { planned: 5 } });
  }
});

/** Starts a batch, interrupts its run at the nth step and resumes it two hours later. Returns whether it finished at once. */
const brokenOff = async (batchId: string, state: 'running' | 'undoing', nth: number) => {
  const set = { state, gsi3pk: 'ITEM-BATCHES-TO-CARRY', gsi3sk: `2026-01-01#${batchId}` };
  await table.write([{ update: catalogueKeys.key('itemBatch', { batchId }), set }]);
  const through = await carry(failingTable(table, nth)).then(
    () => true,
    () => false,
  );
  await carry(table, Date.now() + 7_200_000);
  const { batch } = await asked<{ batch: View }>(getItemBatch, 200, { query: {} }, { batchId });
  return { through, batch };
};

test('interrupted at any step of running or undoing and resumed, each is changed once and counted once', async () => {
  const before = await locations();
  for (let nth = 2, through = false; !through; nth += proofSize(3, 1)) {
    const to = `Room ${nth}`;
    const { batchId } = await opened({ barcodes }, { location: to });
    const onwards = await brokenOff(batchId, 'running', nth);
    expect(onwards.batch).toMatchObject({ state: 'done', counts: { planned: 5, done: 5 } });
    expect(await locations()).toEqual(barcodes.map(() => to));
    const back = await brokenOff(batchId, 'undoing', nth);
    expect(back.batch).toMatchObject({ state: 'undone', counts: { done: 5, undone: 5 } });
    expect(await locations()).toEqual(before);
    through = onwards.through && back.through;
  }
});

test('a template describes a new item, and the request overrides it', async () => {
  const defaults = { branchId: 'ash.main', location: 'New DVDs', category: 'dvd', price: 1999 };
  await asked(setTemplate, 200, { body: { name: 'DVD #1', defaults } });
  expect(await asked(listTemplates, 200, {})).toEqual({ templates: [{ name: 'DVD #1', defaults }] });
  const add = (status: number, body: object) => asked(addItem, status, { body: { sourceId: 'ash:water', ...body } });
  expect(await add(201, { barcode: '5001', template: 'DVD #1', category: 'blu-ray' })).toMatchObject({
    ...defaults,
    category: 'blu-ray',
  });
  expect(await add(422, { barcode: '5002', template: 'CD' })).toMatchObject({ code: 'unknown-template' });
  expect(await add(422, { barcode: '5002' })).toMatchObject({ code: 'no-branch' });
  expect(await add(201, { barcode: '5002', branchId: 'ash.main' })).toMatchObject({
    category: 'general',
    location: '',
  });
  const elsewhere = { name: 'CD', defaults: { branchId: 'oak.main' } };
  expect(await asked(setTemplate, 422, { body: elsewhere })).toMatchObject({ code: 'branch-elsewhere' });
  await asked(setTemplate, 200, { body: { name: 'DVD #1', defaults: null } });
  expect(await asked(listTemplates, 200, {})).toEqual({ templates: [] });
});

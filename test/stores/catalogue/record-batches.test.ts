import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { matchingRules } from '../../../functions/catalogue/data/matching-rules.ts';
import { changesOf } from '../../../functions/catalogue/data/source-change-store.ts';
import { handler as editSourceRecord } from '../../../functions/catalogue/operations/edit-source-record/handler.ts';
import { handler as getItemBatch } from '../../../functions/catalogue/operations/get-item-batch/handler.ts';
import { handler as getSourceRecord } from '../../../functions/catalogue/operations/get-source-record/handler.ts';
import { handler as listItemBatches } from '../../../functions/catalogue/operations/list-item-batches/handler.ts';
import { handler as preview } from '../../../functions/catalogue/operations/preview-item-changes/handler.ts';
import { handler as runBatch } from '../../../functions/catalogue/operations/run-item-batch/handler.ts';
import { processItemBatches } from '../../../functions/catalogue/use-cases/process-item-batches.ts';
import { scanTableFrom } from '../../../layers/platform/dynamodb/scan-table.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { timedPatterns } from '../../../layers/platform/runtime/timed-patterns.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { failingTable } from '../../builders/failing-table.ts';
import { fileOf, loadBytes } from '../../builders/loads.ts';
import { staffAt } from '../../builders/people.ts';
import { proofSize } from '../../builders/proof-size.ts';

let table: Table & { name: string };
const ash = { actor: staffAt('ash', 'cataloguer'), path: { memberId: 'ash' } };
const book = (id: string, note: string) => ({ id, title: `The memory of ${id}`, note, author: `Okri ${id}` });
const elsewhere = 'a'.repeat(60);
const reason = 'The old address is gone.';

beforeEach(async () => {
  process.env.BUCKET_NAME = 'test-bucket';
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await loadBytes(
    table,
    'ash',
    fileOf([book('b1', 'At old.org'), book('b2', 'At old.org, too'), book('b3', elsewhere)]),
  );
  await loadBytes(table, 'oak', fileOf([book('x1', 'At old.org')]));
});

type View = { batchId: string; state: string; counts: Record<string, number> };
const asked = async <T>(
  handler: OperationHandler,
  status: number,
  more: object,
  path: Record<string, string> = ash.path,
): Promise<T> => {
  const answered = await call(handler.using(systemRuntime()), { ...ash, ...more, path });
  expect([answered.status, answered.body]).toEqual([status, answered.body]);
  return answered.body as T;
};
const replace = { do: 'replace-text', tag: '500', find: 'old\\.(org)', by: 'new.$1', pattern: true };
const opened = (records: object, steps: object[] = [replace]) =>
  asked<View>(preview, 201, { body: { records, steps, reason } });
const run = (batchId: string, way = 'onwards') =>
  asked<View>(runBatch, 200, { body: { way } }, { ...ash.path, batchId });
const lines = async (batchId: string, of: string) =>
  (await asked<{ items: Record<string, unknown>[] }>(getItemBatch, 200, { query: { of } }, { ...ash.path, batchId }))
    .items;
type Shown = { version: string; record: MarcRecord; isEdited: boolean };
const shown = (sourceId: string) => asked<Shown>(getSourceRecord, 200, {}, { sourceId });
const notes = async (...ids: string[]) =>
  Promise.all(
    ids.map(async (id) => {
      const { record } = await shown(`ash:${id}`);
      return record.data.find(({ tag }) => tag === '500')?.subfields[0]?.value;
    }),
  );
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

test('records by number: previewed field by field, changed as by the editor, put back; others are reported', async () => {
  const batch = await opened({ numbers: ['b1', 'ash:b2', 'b3', 'x1', 'b1'] });
  expect(batch).toMatchObject({ state: 'previewed', counts: { planned: 2, unchanged: 1, refused: 1 } });
  expect(await lines(batch.batchId, 'planned')).toMatchObject([
    {
      ...{ sourceId: 'ash:b1', title: 'The memory of b1 /' },
      fields: [{ tag: '500', before: ['## $aAt old.org'], after: ['## $aAt new.org'] }],
    },
    { sourceId: 'ash:b2' },
  ]);
  expect(await lines(batch.batchId, 'refused')).toEqual([
    { sourceId: 'x1', state: 'refused', reason: 'unknown-record' },
  ]);
  expect(await run(batch.batchId)).toMatchObject({ state: 'done', counts: { done: 2 } });
  expect(await run(batch.batchId)).toMatchObject({ counts: { done: 2 } });
  expect(await notes('b1', 'b2', 'b3')).toEqual(['At new.org', 'At new.org, too', elsewhere]);
  const [change, ...more] = await changesOf(table, 'ash:b1', 9);
  expect(more).toEqual([]);
  expect(change).toMatchObject({ did: 'edit', reason, by: 'staff:stf_of-ash' });
  // One record changes in between: it stays, the other is as it was loaded.
  const { version, record } = await shown('ash:b2');
  const data = record.data.map((field) =>
    field.tag === '300' ? { ...field, subfields: field.subfields.slice(0, 1) } : field,
  );
  await asked(
    editSourceRecord,
    200,
    { body: { version, record: { ...record, data }, reason } },
    { sourceId: 'ash:b2' },
  );
  expect(await run(batch.batchId, 'back')).toMatchObject({ state: 'undone', counts: { undone: 1, retained: 1 } });
  expect(await lines(batch.batchId, 'retained')).toMatchObject([{ sourceId: 'ash:b2', reason: 'changed-since' }]);
  expect(await notes('b1', 'b2')).toEqual(['At old.org', 'At new.org, too']);
  expect((await shown('ash:b1')).isEdited).toBe(false);
  const { batches } = await asked<{ batches: View[] }>(listItemBatches, 200, { query: { of: 'records' } });
  expect(batches.map(({ batchId }) => batchId)).toEqual([batch.batchId]);
  expect(await asked(listItemBatches, 200, { query: {} })).toMatchObject({ batches: [] });
});

test('records by a condition are found in the background, the member’s own; what is no valid MARC is refused and named', async () => {
  const where = { tag: '500', code: 'a', is: 'contains', value: 'old.org' };
  const batch = await opened({ where }, [{ do: 'set-indicator', tag: '245', place: 1, value: '7' }]);
  expect(batch.state).toBe('gathering');
  await carry();
  const refused = await lines(batch.batchId, 'refused');
  expect(refused).toMatchObject([
    { reason: 'record-unsound', finding: { code: 'indicator-undefined', params: { tag: '245' } } },
    { reason: 'record-unsound' },
  ]);
  expect(refused.map(({ sourceId }) => sourceId).sort()).toEqual(['ash:b1', 'ash:b2']);
  const body = { records: { where }, steps: [{ ...replace, find: '(' }], reason };
  expect(await asked(preview, 422, { body })).toMatchObject({ code: 'bad-pattern' });
  const slow = { records: { numbers: ['b3'] }, steps: [{ ...replace, find: '(a+)+b' }], reason };
  expect(await asked(preview, 422, { body: slow })).toMatchObject({ code: 'pattern-too-slow' });
});

test('a changed heading is carried through the records that have it, by text or number, and undone', async () => {
  const field = {
    ...{ tag: '100', ind1: '1', ind2: ' ', number: '(DLC)n1', vocabulary: '0' },
    subfields: [
      { code: 'a', value: 'Okri, Bea,' },
      { code: 'd', value: '1950-' },
    ],
  };
  const batch = await opened({ all: true }, [{ do: 'change-heading', list: 'author', heading: 'okri b1', field }]);
  await carry();
  const planned = await lines(batch.batchId, 'planned');
  expect(planned).toMatchObject([
    {
      sourceId: 'ash:b1',
      fields: [{ tag: '100', before: ['1# $aOkri b1,'], after: ['1# $aOkri, Bea,$d1950-$0(DLC)n1'] }],
    },
  ]);
  expect(await run(batch.batchId)).toMatchObject({ state: 'done', counts: { planned: 1, done: 1 } });
  expect(await run(batch.batchId, 'back')).toMatchObject({ state: 'undone', counts: { undone: 1 } });
  expect((await shown('ash:b1')).isEdited).toBe(false);
});

test('interrupted at any step of running or undoing and resumed, each record is changed once and counted once', async () => {
  for (let nth = 2, through = false; !through; nth += proofSize(5, 1)) {
    const { batchId } = await opened({ numbers: ['b1', 'b2', 'b3'] });
    through = true;
    for (const state of ['running', 'undoing'] as const) {
      const set = { state, gsi3pk: 'ITEM-BATCHES-TO-CARRY', gsi3sk: `2026-01-01#${batchId}` };
      await table.write([{ update: catalogueKeys.key('itemBatch', { batchId }), set }]);
      await carry(failingTable(table, nth)).catch(() => {
        through = false;
      });
      await carry(table, Date.now() + 7_200_000);
      const { batch } = await asked<{ batch: View }>(getItemBatch, 200, { query: {} }, { ...ash.path, batchId });
      const isRun = state === 'running';
      expect(batch).toMatchObject(
        isRun ? { state: 'done', counts: { done: 2 } } : { state: 'undone', counts: { undone: 2 } },
      );
      expect(await notes('b1', 'b2')).toEqual(
        isRun ? ['At new.org', 'At new.org, too'] : ['At old.org', 'At old.org, too'],
      );
    }
  }
});

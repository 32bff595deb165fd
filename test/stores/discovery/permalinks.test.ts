import { handler as getUnionRecord } from '../../../functions/catalogue/operations/get-record/handler.ts';
import { findRecord } from '../../../functions/catalogue/public/find-record.ts';
import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { readSource } from '../../../functions/catalogue/public/read-source.ts';
import { recordItem } from '../../../functions/catalogue/public/record-item.ts';
import type { RecordPage } from '../../../functions/discovery/domain/views.ts';
import { handler as openRecord } from '../../../functions/discovery/operations/get-record/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { type Book, fileOf, loadBytes } from '../../builders/loads.ts';
import { storedRecord } from '../../builders/union-rows.ts';

/** A saved address of a record remains valid, whatever happens to the record. */
let table: Table & { name: string };
const emma: Book = { id: 'e1', title: 'Emma', author: 'Austen, Jane', year: '2003', pages: 474 };
const other: Book = { id: 'x9', title: 'A field guide to northern mosses', author: 'Lind, Per', pages: 88 };

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'no-bucket';
  table = await aTable();
});

/** Returns the union record that a source record is now in: its own address leads there. */
const recordOf = async (sourceId: string): Promise<string> => {
  const source = readSource(await table.get(catalogueKeys.key('source', { sourceId }), { strong: true }));
  const found = await findRecord(table, source.recordId, { strong: true });
  return found?.now.recordId ?? '';
};
const opened = async (recordId: string) => {
  const { status, body } = await call(openRecord, { path: { recordId } });
  return { status, page: body as RecordPage };
};
const stored = (recordId: string) => storedRecord(table, recordId);

test('a merged record redirects to the one it is in, and has its own page again when the merge is undone', async () => {
  await loadBytes(table, 'ash', fileOf([emma]));
  await loadBytes(table, 'oak', fileOf([other]));
  const [present, gone] = [await recordOf('ash:e1'), await recordOf('oak:x9')];
  expect(present).not.toBe(gone);
  // Oak's record is merged with Emma: two records become one.
  await loadBytes(table, 'oak', fileOf([{ ...emma, id: 'x9' }]));
  const survivor = await recordOf('oak:x9');
  expect(await recordOf('ash:e1')).toBe(survivor);
  for (const recordId of [present, gone]) {
    const { status, page } = await opened(recordId);
    expect([status, page.recordId, page.movedFrom]).toEqual([
      200,
      survivor,
      recordId === survivor ? undefined : recordId,
    ]);
    const union = (await call(getUnionRecord, { path: { recordId } })).body;
    expect(union).toMatchObject(recordId === survivor ? { recordId } : { recordId, movedTo: survivor });
  }
  // Then it is split off again. Both addresses lead to a record, so no reader gets a 404.
  await loadBytes(table, 'oak', fileOf([other]));
  const now = await recordOf('oak:x9');
  expect(now).not.toBe(await recordOf('ash:e1'));
  for (const recordId of [present, gone, now]) expect((await opened(recordId)).status).toBe(200);
  expect((await opened(await recordOf('ash:e1'))).page.description.title).toBe('Emma');
  expect((await opened(now)).page.description.title).toBe('A field guide to northern mosses');
});

test('after several merges the first address still leads to the last record', async () => {
  await loadBytes(table, 'ash', fileOf([{ ...emma, id: 'e2', title: 'Copper lanterns', pages: 77 }]));
  const last = await recordOf('ash:e2');
  const chain = Array.from({ length: 12 }, (_, i) => `rec_chain${i}`);
  for (const [i, recordId] of chain.entries())
    await table.write([
      { put: recordItem({ recordId, v: 0, sources: [], absorbed: [], mergedInto: chain[i + 1] ?? last }) },
    ]);
  expect(await opened('rec_chain0')).toMatchObject({
    status: 200,
    page: { recordId: last, movedFrom: 'rec_chain0', description: { title: 'Copper lanterns' } },
  });
  // A split or an undone merge removes a link of the chain: addresses before it lead to it, and no further.
  const source = await stored(last);
  await table.write([{ put: recordItem({ recordId: 'rec_chain5', v: 1, sources: source.sources, absorbed: [] }) }]);
  expect((await opened('rec_chain0')).page.recordId).toBe('rec_chain5');
  expect((await opened('rec_chain7')).page.recordId).toBe(last);
});

test('records that refer to each other, which no write produces, return not found instead of a loop', async () => {
  for (const [recordId, mergedInto] of [
    ['rec_round1', 'rec_round2'],
    ['rec_round2', 'rec_round1'],
  ] as const)
    await table.write([{ put: recordItem({ recordId, v: 0, sources: [], absorbed: [], mergedInto }) }]);
  expect((await opened('rec_round1')).status).toBe(404);
});

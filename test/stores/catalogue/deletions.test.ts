import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { sourceStore } from '../../../functions/catalogue/data/source-store.ts';
import { handler as addItem } from '../../../functions/catalogue/operations/add-item/handler.ts';
import { handler as getRecord } from '../../../functions/catalogue/operations/get-record/handler.ts';
import { findItems } from '../../../functions/catalogue/use-cases/find-item.ts';
import { rebuild } from '../../../functions/catalogue/use-cases/rebuild-documents.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { metered } from '../../../layers/platform/runtime/meter.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { type Book, clustersIn, deletionOf, fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { staffAt, withBranch } from '../../builders/people.ts';

/** Records that a member's system marks as deleted (leader/05 `d`). */
let table: Table & { name: string };
const water: Book = { id: 'b1', title: 'The memory of water', items: ['$aMAIN$p4711$oFIC 1', '$aMAIN$p4712'] };
const mosses: Book = { id: 'b2', title: 'Northern mosses', author: 'Lind, Per', pages: 88 };

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'no-bucket';
  table = await aTable();
});

/** Loads another member's copy of a title, so that the deletion does not remove the last one. */
const oakHolds = (book: Book) => loadBytes(table, 'oak', fileOf([{ ...book, id: 'x1', items: ['$aMAIN$p99'] }]));
const sourceOf = (sourceId: string) => table.get(catalogueKeys.key('source', { sourceId }), { strong: true });
const recordIdOf = async (sourceId: string): Promise<string> => String((await sourceOf(sourceId))?.recordId);
const setState = async (barcode: string, state: string) => {
  const itemId = (await findItem(table, barcode))?.itemId ?? '';
  await table.write([{ update: itemsKeys.key('item', { itemId }), set: { state } }]);
};
const loadedAgain = (bytes: Uint8Array) =>
  metered(async ({ units }) => {
    const { counts, rejects } = await loadBytes(table, 'ash', bytes);
    return { counts, rejects, writeUnits: units.writeUnits };
  });

test('a deleted record leaves the union with its copies, whose barcodes become free; other members’ data remain', async () => {
  await loadBytes(table, 'ash', fileOf([water, mosses]));
  await oakHolds(water);
  const recordId = await recordIdOf('ash:b1');
  const { counts, rejects } = await loadBytes(table, 'ash', deletionOf(water));
  expect(counts).toMatchObject({ read: 1, accepted: 1, withdrawn: 1, created: 0, changed: 0, itemsWithdrawn: 2 });
  expect(rejects).toEqual([]);
  expect(await clustersIn(table)).toEqual([['ash:b2'], ['oak:x1']]);
  expect([await findItems(table, '4711'), await findItems(table, '4712')]).toEqual([[], []]);
  expect(await findItem(table, '99')).toMatchObject({ memberId: 'oak', recordId });
  const shown = await call(getRecord.using(at('2026-03-02T11:00:00.000Z')), { path: { recordId } });
  expect(shown.body).toMatchObject({ members: ['oak'] });
  expect(await loadedAgain(deletionOf(water))).toMatchObject({ writeUnits: 0, counts: { accepted: 1, unchanged: 1 } });
});

test('the last holder’s deletion removes the record from view and from the index', async () => {
  await loadBytes(table, 'ash', fileOf([{ ...water, items: [] }]));
  const recordId = await recordIdOf('ash:b1');
  await loadBytes(table, 'ash', deletionOf(water));
  const shown = await call(getRecord.using(at('2026-03-02T11:00:00.000Z')), { path: { recordId } });
  expect(shown).toMatchObject({ status: 404, body: { code: 'unknown-record' } });
  const index = { write: () => Promise.reject(new Error('Nothing is sent here.')) };
  const write = await rebuild({ table, sources: sourceStore(table), index, now: 0 }, recordId);
  expect(write).toMatchObject({ id: recordId, deletedAt: '1970-01-01T00:00:00.000Z' });
});

test('a copy on loan remains and is listed; loaded again after its return, the deletion removes it too', async () => {
  await loadBytes(table, 'ash', fileOf([water]));
  await oakHolds(water);
  await setState('4711', 'on-loan');
  const retained = { what: 'retained', reason: 'item-retained', barcode: '4711', offset: 0, localId: 'b1' };
  const { counts, rejects } = await loadBytes(table, 'ash', deletionOf(water));
  expect(counts).toMatchObject({ withdrawn: 1, itemsWithdrawn: 1, itemsRejected: 0 });
  expect(rejects).toMatchObject([retained]);
  expect(rejects[0]?.detail).toContain('on-loan');
  expect(await findItem(table, '4711')).toMatchObject({ state: 'on-loan', callNumber: 'FIC 1' });
  expect(await clustersIn(table)).toEqual([['oak:x1']]);
  expect(await loadedAgain(deletionOf(water))).toMatchObject({
    ...{ writeUnits: 0, rejects: [retained], counts: { accepted: 1, unchanged: 1 } },
  });
  await setState('4711', 'available');
  expect((await loadedAgain(deletionOf(water))).counts).toMatchObject({ changed: 1, itemsWithdrawn: 1 });
  expect(await findItems(table, '4711')).toEqual([]);
  expect(await loadedAgain(deletionOf(water))).toMatchObject({ writeUnits: 0, counts: { unchanged: 1 } });
});

test('a record that is restored rejoins the record that it left empty, with copies; until then it accepts none', async () => {
  await withBranch(table, 'ash.main');
  await loadBytes(table, 'ash', fileOf([{ ...water, items: [] }]));
  const recordId = await recordIdOf('ash:b1');
  await loadBytes(table, 'ash', deletionOf(water));
  const byHand = await call(addItem.using(at('2026-03-02T11:00:00.000Z')), {
    ...{ actor: staffAt('ash', 'cataloguer'), path: { memberId: 'ash' } },
    body: { sourceId: 'ash:b1', barcode: '5000', branchId: 'ash.main' },
  });
  expect(byHand).toMatchObject({ status: 404, body: { code: 'unknown-record' } });
  const { counts } = await loadBytes(table, 'ash', fileOf([water]));
  expect(counts).toMatchObject({ changed: 1, withdrawn: 0, itemsCreated: 2 });
  expect(await clustersIn(table)).toEqual([['ash:b1']]);
  expect(await findItem(table, '4711')).toMatchObject({ recordId, state: 'available' });
  expect((await sourceOf('ash:b1'))?.withdrawn).toBeUndefined();
});

test('a deletion of an unknown record changes nothing; one without an id is rejected', async () => {
  expect(await loadedAgain(deletionOf(water))).toMatchObject({ writeUnits: 0, counts: { accepted: 1, unchanged: 1 } });
  const unnamed = deletionOf({ id: ' ', title: 'The memory of water' });
  const { counts, rejects } = await loadBytes(table, 'ash', unnamed);
  expect(counts).toMatchObject({ read: 1, accepted: 0, rejected: 1 });
  expect(rejects).toMatchObject([{ what: 'record', offset: 0, reason: 'deletion-unnamed' }]);
});

test('a record and then its deletion in one file: it ends withdrawn, and the same file again writes nothing', async () => {
  await oakHolds(water);
  const file = Buffer.concat([fileOf([water, mosses]), deletionOf(water)]);
  const { counts } = await loadBytes(table, 'ash', file);
  expect(counts).toMatchObject({ read: 3, accepted: 3, created: 2, withdrawn: 1, itemsWithdrawn: 2 });
  expect(await clustersIn(table)).toEqual([['ash:b2'], ['oak:x1']]);
  expect(await loadedAgain(file)).toMatchObject({ writeUnits: 0, counts: { accepted: 3, unchanged: 3 } });
  const back = Buffer.concat([deletionOf(water), fileOf([water])]);
  expect((await loadBytes(table, 'ash', back)).counts).toMatchObject({ read: 2, accepted: 2, changed: 1 });
  expect(await findItem(table, '4711')).toMatchObject({ state: 'available' });
});

test('a set of 120 volumes goes in more than one transaction', async () => {
  const items = Array.from({ length: 120 }, (_, i) => `$aMAIN$p55${i}$hv.${i}`);
  await loadBytes(table, 'ash', fileOf([{ ...water, items }]));
  await oakHolds(water);
  expect((await loadBytes(table, 'ash', deletionOf(water))).counts).toMatchObject({ itemsWithdrawn: 120 });
  expect([await findItems(table, '550'), await findItems(table, '55119')]).toEqual([[], []]);
});

import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { readItemDescription } from '../../../functions/catalogue/domain/items/stored-item.ts';
import { handler as preview } from '../../../functions/catalogue/operations/preview-item-changes/handler.ts';
import { handler as runBatch } from '../../../functions/catalogue/operations/run-item-batch/handler.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import { readItem } from '../../../functions/items/public/read-item.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium } from '../../builders/lending.ts';
import { fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { aRun } from '../../builders/old-system.ts';
import { staffAt, withBranch } from '../../builders/people.ts';

/** A copy's location and type, when staff set them and the member's files still contain the old values. */
let table: Table & { name: string };
let loads = 0;

beforeEach(async () => {
  process.env.BUCKET_NAME = 'test-bucket';
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await withBranch(table, 'ash.main');
  await load('$aMAIN$p4711$cSTACKS$ybook', '$aMAIN$p4712$cSTACKS$ybook');
});

/** Loads the record with a difference from the last load, as files change. */
const load = (...items: string[]) => loadFor('ash', ...items);
const loadFor = (memberId: string, ...items: string[]) => {
  loads += 1;
  return loadBytes(
    table,
    memberId,
    fileOf([{ id: 'b1', title: 'A tale of the harbour', note: `Load ${loads}`, items }]),
  );
};
const asked = async (handler: OperationHandler, body: object, path: object = {}): Promise<{ batchId: string }> => {
  const answered = await call(handler.using(systemRuntime()), {
    ...{ actor: staffAt('ash', 'cataloguer'), path: { memberId: 'ash', ...path }, body },
  });
  expect([Math.floor(answered.status / 100), answered.body]).toEqual([2, answered.body]);
  return answered.body as { batchId: string };
};
/** Sets values of a copy by a batch as staff; returns a function that undoes it. */
const staffSet = async (barcode: string, change: object) => {
  const { batchId } = await asked(preview, { items: { barcodes: [barcode] }, change });
  await asked(runBatch, { way: 'onwards' }, { batchId });
  return () => asked(runBatch, { way: 'back' }, { batchId });
};
/** Returns location and type as described, which circulation has as well. */
const stands = async (barcode: string) => {
  const found = await findItem(table, barcode);
  const { location, category } = readItem(await table.get(itemsKeys.key('item', { itemId: found?.itemId ?? '' })));
  expect([barcode, found?.location, found?.category]).toEqual([barcode, location, category]);
  return [location, category];
};
const remembered = async (barcode: string) => {
  const found = await findItem(table, barcode);
  const at = { sourceId: found?.sourceId ?? '', itemId: found?.itemId ?? '' };
  return readItemDescription(await table.get(catalogueKeys.key('itemDescription', at))).fileValues;
};

test('a value set by a batch remains when the record is loaded again, and the load reports it; a new value of the file wins', async () => {
  await staffSet('4711', { location: 'Attic', category: 'book-7day' });
  const again = await load('$aMAIN$p4711$cSTACKS$ybook', '$aMAIN$p4712$cSTACKS$ybook');
  expect(await stands('4711')).toEqual(['Attic', 'book-7day']);
  expect(again.counts).toMatchObject({ changed: 1, itemsChanged: 0, itemsAsStaffSet: 1, itemsRejected: 0 });
  expect(again.rejects).toMatchObject([
    { what: 'passed-over', reason: 'staff-set', barcode: '4711', value: 'STACKS → Attic; book → book-7day' },
  ]);
  const moved = await load('$aMAIN$p4711$cANNEX$ybook', '$aMAIN$p4712$cANNEX$ybook');
  expect([await stands('4711'), await stands('4712')]).toEqual([
    ['ANNEX', 'book-7day'],
    ['ANNEX', 'book'],
  ]);
  expect(moved.rejects).toMatchObject([{ barcode: '4711', value: 'book → book-7day' }]);
});

test('once the file agrees, or the batch is undone, nothing is stored and the file is followed again', async () => {
  const back = await staffSet('4711', { location: 'Attic' });
  expect(await remembered('4711')).toEqual({ location: 'STACKS' });
  await back();
  expect([await stands('4711'), await remembered('4711')]).toEqual([['STACKS', 'book'], undefined]);
  await staffSet('4711', { location: 'Attic' });
  const agreed = await load('$aMAIN$p4711$cAttic$ybook');
  expect([agreed.rejects, await remembered('4711')]).toEqual([[], undefined]);
  await load('$aMAIN$p4711$cSTACKS$ybook');
  expect(await stands('4711')).toEqual(['STACKS', 'book']);
});

test('a second batch stores the file’s value and not the first batch’s; other values are unaffected', async () => {
  await staffSet('4711', { location: 'Attic' });
  await staffSet('4711', { location: 'Vault', note: 'spine torn' });
  await staffSet('4712', { note: 'spine torn' });
  expect([await remembered('4711'), await remembered('4712')]).toEqual([{ location: 'STACKS' }, undefined]);
  await load('$aMAIN$p4711$cSTACKS$ybook', '$aMAIN$p4712$cSTACKS$ybook');
  expect([await stands('4711'), await stands('4712')]).toEqual([
    ['Vault', 'book'],
    ['STACKS', 'book'],
  ]);
});

test('values from an old system’s list also remain while the records repeat their values', async () => {
  await aConsortium(table);
  await loadFor('cedar', '$aMAIN$p9001$cSTACKS$obook 1$ybook');
  const items = 'barcode;record;branch;location;category;status\n9001;b1;HB;Attic;DVD;F';
  expect((await aRun(table, { files: { items } })).tallies.items).toMatchObject({ accepted: 1, changed: 1 });
  await loadFor('cedar', '$aMAIN$p9001$cSTACKS$obook 1$ybook');
  expect(await stands('9001')).toEqual(['Attic', 'dvd']);
  expect((await aRun(table, { files: { items } })).tallies.items).toMatchObject({ accepted: 1, unchanged: 1 });
});

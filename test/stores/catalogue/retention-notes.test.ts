import { offerOf } from '../../../functions/catalogue/data/copy-offer-store.ts';
import { handler as getItem } from '../../../functions/catalogue/operations/get-item/handler.ts';
import { handler as offerCopy } from '../../../functions/catalogue/operations/offer-last-copy/handler.ts';
import { handler as setRetention } from '../../../functions/catalogue/operations/set-retention/handler.ts';
import { handler as markItem } from '../../../functions/circulation/operations/mark-item/handler.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import { readItem } from '../../../functions/items/public/read-item.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { type Book, deletionOf, fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { staffAt, withBranch } from '../../builders/people.ts';

/** Retention commitments of a library's files (583), beside those of its staff. */
const today = '2026-03-02T10:00:00.000Z';
const hathi = '$acommitted to retain$c20170930$d20421231$fHathiTrust$5NjP';
const byFile = { program: 'HathiTrust', until: '2042-12-31', from: 'load' };
const tale: Book = { id: 'b1', title: 'A tale of the harbour', items: ['$aMAIN$p4711', '$aMAIN$p4712$hv.2'] };
let table: Table & { name: string };
let loads = 0;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await withBranch(table, 'ash.main');
});

/** Loads the record with a difference from the last load, as files change. */
const load = async (...actions: string[]) => {
  loads += 1;
  return (await loadBytes(table, 'ash', fileOf([{ ...tale, note: `Load ${loads}`, actions }]))).counts;
};
const actor = staffAt('ash', 'cataloguer');
const shown = async (barcode: string) =>
  ((await call(getItem.using(at(today)), { actor, path: { barcode } })).body as { retention?: object }).retention;
const idOf = async (barcode: string) => (await findItem(table, barcode))?.itemId ?? '';
const staffSay = async (barcode: string, retention: object | null) => {
  const path = { memberId: 'ash', itemId: await idOf(barcode) };
  return (await call(setRetention.using(at(today)), { actor, path, body: { retention } })).status;
};
const withdrawn = async (item: string) =>
  (await call(markItem.using(at(today)), { actor, body: { branchId: 'ash.main', item, state: 'withdrawn' } })).body;
const retainedUntil = async (barcode: string) =>
  readItem(await table.get(itemsKeys.key('item', { itemId: await idOf(barcode) }))).retained;

test('files create, change and end commitments; during one the copy is not withdrawn, by a desk or by a load', async () => {
  await load(hathi);
  expect([await shown('4711'), await shown('4712')]).toEqual([byFile, byFile]);
  expect(await withdrawn('4711')).toMatchObject({ code: 'item-retained' });
  const { rejects } = await loadBytes(table, 'ash', deletionOf(tale));
  expect(rejects.map(({ reason, barcode }) => `${reason} ${barcode}`).sort()).toEqual([
    'item-retained 4711',
    'item-retained 4712',
  ]);
  expect(await load('$acommitted to retain$din perpetuity$fReCAP$3v.2', '$adigitized$c2010')).toMatchObject({
    itemsChanged: 2,
    itemsCreated: 0,
  });
  expect([await shown('4711'), await shown('4712')]).toEqual([undefined, { program: 'ReCAP', from: 'load' }]);
  expect([await retainedUntil('4711'), await retainedUntil('4712')]).toEqual([undefined, '9999-12-31']);
  // A repetition changes no item.
  expect(await load('$acommitted to retain$din perpetuity$fReCAP$3v.2')).toMatchObject({ itemsChanged: 0 });
  await load();
  expect([await shown('4712'), await retainedUntil('4712')]).toEqual([undefined, undefined]);
  expect(await withdrawn('4711')).toMatchObject({ state: 'withdrawn' });
});

test('entries by staff are not overwritten: their commitment, and their release despite what the files contain', async () => {
  const ours = { program: 'Local studies' };
  await load();
  await staffSay('4711', ours);
  await load(hathi);
  expect([await shown('4711'), await shown('4712')]).toEqual([ours, byFile]);
  await load();
  expect([await shown('4711'), await retainedUntil('4711')]).toEqual([ours, '9999-12-31']);
  await load(hathi);
  await staffSay('4712', null);
  await load(hathi);
  expect([await shown('4712'), await retainedUntil('4712')]).toEqual([undefined, undefined]);
  // A commitment that was not in earlier files is a new one.
  await load('$acommitted to retain$d2050$fReCAP');
  expect([await shown('4711'), await shown('4712')]).toEqual([
    ours,
    { program: 'ReCAP', until: '2050-12-31', from: 'load' },
  ]);
});

test('a copy whose owner commits to retain it by a load is no longer offered', async () => {
  await loadBytes(table, 'ash', fileOf([{ ...tale, items: ['$aMAIN$p4711'] }]));
  const itemId = await idOf('4711');
  await call(offerCopy.using(at(today)), { actor, path: { memberId: 'ash' }, body: { itemId, days: 30 } });
  expect((await offerOf(table, itemId))?.state).toBe('open');
  await load(hathi);
  expect(await offerOf(table, itemId)).toBeUndefined();
});

test('a commitment’s note, which may not be public (583 $x), is for the staff of its own library', async () => {
  await load(`${hathi}$xPromised to the donor`);
  const seenBy = async (memberId: string) => {
    const asked = { actor: staffAt(memberId, 'desk'), path: { barcode: '4711' } };
    return ((await call(getItem.using(at(today)), asked)).body as { retention?: object }).retention;
  };
  expect(await seenBy('ash')).toEqual({ ...byFile, note: 'Promised to the donor' });
  expect(await seenBy('oak')).toEqual(byFile);
});

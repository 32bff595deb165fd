import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { findRecord } from '../../../functions/catalogue/data/union-record.ts';
import { findItems } from '../../../functions/catalogue/use-cases/find-item.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { metered } from '../../../layers/platform/runtime/meter.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { type Book, clustersIn, fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { rawRecords } from '../../builders/raw-marc.ts';

type NamedTable = Table & { name: string };
let table: NamedTable;
beforeEach(async () => {
  table = await aTable();
});

const syllables = ['ka', 'lo', 'mer', 'tin', 'osh', 'ula', 'ven', 'dri', 'pex', 'hau', 'sim', 'gor'];
/** Returns a word of three syllables that no other number gives. */
const word = (n: number): string =>
  [n % 12, Math.floor(n / 12) % 12, (n * 7 + 3) % 12].map((at) => syllables[at] ?? '').join('');

/** Returns works that members share in part: each member lacks every third, a different third than the next member. */
const booksOf = (member: number, works: number): Book[] =>
  Array.from({ length: works }, (_, n) => n)
    .filter((n) => (n * 7 + member) % 3 !== 0)
    .map((n) => ({
      id: `b${n}`,
      title: `The ${word(n)} of ${word(n + 500)} and ${word(n * 5 + 1)}`,
      author: `${word(n + 40)}son, ${word(n + 70)}`,
      year: String(1950 + (n % 60)),
      pages: 100 + 3 * n,
    }));

const sourceOf = (member: string, id: string) =>
  table.get(catalogueKeys.key('source', { sourceId: `${member}:${id}` }), { strong: true });

test('files loaded concurrently and sequentially give the same clusters', async () => {
  const files = [0, 1, 2, 3].map((member) => fileOf(booksOf(member, 150)));
  await Promise.all(files.map((file, member) => loadBytes(table, `m${member}`, file)));
  const other = await aTable();
  for (const member of [3, 1, 0, 2]) await loadBytes(other, `m${member}`, files[member] ?? new Uint8Array());
  const [beside, after] = [await clustersIn(table), await clustersIn(other)];
  expect(beside).toEqual(after);
  expect(beside.flat().length).toBe(400);
  expect(beside.length).toBe(150);
});

test('members who load the same books at the same moment share every record', async () => {
  const file = fileOf(booksOf(1, 40));
  await Promise.all(['ash', 'oak', 'elm', 'yew', 'fir'].map((member) => loadBytes(table, member, file)));
  expect((await clustersIn(table)).every((cluster) => cluster.length === 5)).toBe(true);
});

test('a new record takes at most 13 write units to load', async () => {
  const used = await metered(async ({ units }) => {
    const { counts } = await loadBytes(table, 'ash', fileOf(booksOf(1, 60)));
    return { accepted: counts.accepted, writeUnits: units.writeUnits };
  });
  expect(used.accepted).toBe(40);
  expect(used.writeUnits / used.accepted).toBeLessThanOrEqual(13);
});

test('the same file again writes nothing', async () => {
  const books = booksOf(1, 60).map((book, i) => ({ ...book, items: [`$aMAIN$p3000${i}$oFIC ${i}`] }));
  const first = await loadBytes(table, 'ash', fileOf(books));
  expect(first.counts).toMatchObject({ read: 40, accepted: 40, created: 40, itemsCreated: 40 });
  const again = await metered(async ({ units }) => {
    const { counts } = await loadBytes(table, 'ash', fileOf(books));
    return { counts, writeUnits: units.writeUnits };
  });
  expect(again).toMatchObject({
    counts: { read: 40, accepted: 40, unchanged: 40, created: 0, changed: 0 },
    writeUnits: 0,
  });
});

test('a part that is rerun after a stop counts its own work as before', async () => {
  const books = booksOf(1, 30);
  await loadBytes(table, 'ash', fileOf(books.slice(0, 12)), { importId: 'imp_one' });
  const { counts } = await loadBytes(table, 'ash', fileOf(books), { importId: 'imp_one' });
  expect(counts).toMatchObject({ read: 20, accepted: 20, created: 20, unchanged: 0 });
});

test('of a repeated number in a file the later record wins, and each is accounted for', async () => {
  const books: Book[] = [
    { id: 'b1', title: 'A first attempt' },
    { id: 'b1', title: 'A second attempt' },
  ];
  const { counts } = await loadBytes(table, 'ash', fileOf(books));
  expect(counts).toMatchObject({ read: 2, accepted: 2, created: 1, changed: 1 });
  expect(await clustersIn(table)).toEqual([['ash:b1']]);
});

test('a changed record updates its source and is matched again; the record it shared remains with the others', async () => {
  const book = { id: 'b1', title: 'The memory of water and stone' };
  await loadBytes(table, 'ash', fileOf([book]));
  await loadBytes(table, 'oak', fileOf([{ ...book, id: 'x9' }]));
  expect(await clustersIn(table)).toEqual([['ash:b1', 'oak:x9']]);
  const before = await sourceOf('ash', 'b1');
  const other = { id: 'b1', title: 'A field guide to northern mosses', author: 'Lind, Per', pages: 88, year: '2004' };
  const { counts } = await loadBytes(table, 'ash', fileOf([{ ...other, items: ['$aMAIN$p77'] }]));
  expect(counts).toMatchObject({ changed: 1, created: 0, itemsCreated: 1 });
  expect(await clustersIn(table)).toEqual([['ash:b1'], ['oak:x9']]);
  const after = await sourceOf('ash', 'b1');
  expect(after?.recordId).not.toBe(before?.recordId);
  expect((await findItem(table, '77'))?.recordId).toBe(after?.recordId);
});

test('an item follows when its record leaves its union record', async () => {
  const book = { id: 'b1', title: 'The memory of water and stone', items: ['$aMAIN$p77'] };
  await loadBytes(table, 'oak', fileOf([{ ...book, id: 'x9', items: [] }]));
  await loadBytes(table, 'ash', fileOf([book]));
  await loadBytes(table, 'ash', fileOf([{ ...book, title: 'A field guide to northern mosses', pages: 88 }]));
  expect((await findItem(table, '77'))?.recordId).toBe((await sourceOf('ash', 'b1'))?.recordId);
});

test('a merge redirects the id that it removed', async () => {
  const ids = new Set<string>();
  const far = { author: 'Okri, Nadia', title: 'The memory of water and stone' };
  await loadBytes(table, 'ash', fileOf([{ ...far, id: 'b1' }]));
  await loadBytes(table, 'oak', fileOf([{ ...far, id: 'b1', title: 'Something else entirely', pages: 50 }]));
  for (const member of ['ash', 'oak']) ids.add(String((await sourceOf(member, 'b1'))?.recordId));
  expect(ids.size).toBe(2);
  await loadBytes(table, 'oak', fileOf([{ ...far, id: 'b1' }]));
  for (const id of ids) expect((await findRecord(table, id))?.now.sources).toEqual(['ash:b1', 'oak:b1']);
});

test('a barcode of another member’s item is accepted and listed; one of the member’s own is refused', async () => {
  await loadBytes(table, 'ash', fileOf([{ id: 'b1', title: 'The memory of water', items: ['$aMAIN$p4711$oFIC 1'] }]));
  const mosses = { id: 'b2', title: 'Northern mosses', items: ['$aMAIN$p4711', '$aMAIN$p4712', '$aNOWHERE$p4713'] };
  const winters = { id: 'b3', title: 'Three winters', pages: 12, items: ['$aMAIN$p4711'] };
  const file = fileOf([mosses, winters]);
  const { counts, rejects } = await loadBytes(table, 'oak', file);
  expect(counts).toMatchObject({ accepted: 2, rejected: 0, itemsCreated: 2, itemsRejected: 2, barcodesShared: 1 });
  const [, second] = rawRecords(file, 0, 2);
  expect(rejects.map(({ what, reason, barcode, offset }) => ({ what, reason, barcode, offset }))).toEqual([
    { what: 'item', reason: 'branch-unknown', barcode: '4713', offset: 0 },
    { what: 'barcode', reason: 'barcode-shared', barcode: '4711', offset: 0 },
    { what: 'item', reason: 'barcode-taken', barcode: '4711', offset: second?.offset },
  ]);
  expect(rejects[0]?.detail).toContain('"NOWHERE"');
  expect(rejects[1]?.detail).toContain('ash');
  expect((await findItems(table, '4711')).map(({ memberId, callNumber }) => ({ memberId, callNumber }))).toEqual([
    { memberId: 'ash', callNumber: 'FIC 1' },
    { memberId: 'oak', callNumber: '' },
  ]);
});

test('a pointer stored before numbers could collide is read, and shared like any other', async () => {
  await loadBytes(table, 'ash', fileOf([{ id: 'b1', title: 'The memory of water', items: ['$aMAIN$p4711'] }]));
  const [{ itemId, sourceId } = { itemId: '', sourceId: '' }] = await findItems(table, '4711');
  const flat = { barcode: '4711', itemId, memberId: 'ash', sourceId };
  await table.write([{ put: { ...itemsKeys.key('barcode', flat), ...stamp('barcode', 1), ...flat } }]);
  expect(await findItem(table, '4711')).toMatchObject({ itemId });
  await loadBytes(table, 'oak', fileOf([{ id: 'b2', title: 'Northern mosses', items: ['$aMAIN$p4711'] }]));
  expect((await findItems(table, '4711')).map(({ memberId }) => memberId)).toEqual(['ash', 'oak']);
});

test('many loads with the same barcodes at once: each barcode has every member’s item, and all but the first are listed', async () => {
  const file = fileOf(
    Array.from({ length: 10 }, (_, i) => ({ id: `b${i}`, title: `Title ${word(i)} ${i}`, items: [`$aMAIN$p900${i}`] })),
  );
  const all = await Promise.all(['ash', 'oak', 'elm', 'yew'].map((member) => loadBytes(table, member, file)));
  const sum = (name: 'itemsCreated' | 'itemsRejected' | 'barcodesShared') =>
    all.reduce((total, { counts }) => total + counts[name], 0);
  expect([sum('itemsCreated'), sum('itemsRejected'), sum('barcodesShared')]).toEqual([40, 0, 30]);
  for (let i = 0; i < 10; i += 1) {
    const owners = (await findItems(table, `900${i}`)).map(({ memberId }) => memberId);
    expect(owners.sort()).toEqual(['ash', 'elm', 'oak', 'yew']);
  }
});

test('repeated numbers in a file, loaded again, write nothing: each record is compared with its previous version', async () => {
  const parts = [1, 2, 3].map((n) => ({ id: 'set', title: 'A history of the harbour', items: [`$aMAIN$p55${n}`] }));
  const file = fileOf(parts);
  expect((await loadBytes(table, 'ash', file)).counts).toMatchObject({ created: 1, changed: 2, itemsCreated: 3 });
  const again = await metered(async ({ units }) => {
    const { counts } = await loadBytes(table, 'ash', file);
    return { counts, writeUnits: units.writeUnits };
  });
  expect(again).toMatchObject({ writeUnits: 0, counts: { read: 3, accepted: 3, unchanged: 3 } });
  // The first alone is no repetition: it is stored now.
  const first = fileOf(parts.slice(0, 1));
  expect((await loadBytes(table, 'ash', first)).counts).toMatchObject({ changed: 1, itemsCreated: 0 });
});

test('a record with 120 items loads them all, in more than one transaction, and none twice', async () => {
  const items = Array.from({ length: 120 }, (_, i) => `$aMAIN$p55${i}$hv.${i}`);
  const book = { id: 'set', title: 'A history of the harbour in many volumes', items };
  expect((await loadBytes(table, 'ash', fileOf([book]))).counts).toMatchObject({ created: 1, itemsCreated: 120 });
  expect((await sourceOf('ash', 'set'))?.itemsPending).toBeUndefined();
  const again = await loadBytes(table, 'ash', fileOf([{ ...book, note: 'Corrected.' }]));
  expect(again.counts).toMatchObject({ changed: 1, itemsCreated: 0, itemsChanged: 0, itemsRejected: 0 });
});

test('a load with another call number changes the description and does not affect the loan', async () => {
  const book = { id: 'b1', title: 'The memory of water', items: ['$aMAIN$p4711$oFIC 1'] };
  await loadBytes(table, 'ash', fileOf([book]));
  const item = await findItem(table, '4711');
  await table.write([{ update: itemsKeys.key('item', { itemId: item?.itemId ?? '' }), set: { state: 'on-loan' } }]);
  const { counts } = await loadBytes(table, 'ash', fileOf([{ ...book, items: ['$aMAIN$p4711$oFIC 2'] }]));
  expect(counts).toMatchObject({ itemsCreated: 0, itemsChanged: 1 });
  expect(await findItem(table, '4711')).toMatchObject({ itemId: item?.itemId, callNumber: 'FIC 2', state: 'on-loan' });
});

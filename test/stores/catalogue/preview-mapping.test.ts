import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { MAX_PREVIEW } from '../../../functions/catalogue/domain/loading/import.ts';
import { handler as preview } from '../../../functions/catalogue/operations/preview-item-mapping/handler.ts';
import { handler as setItemMapping } from '../../../functions/catalogue/operations/set-item-mapping/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { itemDialects } from '../../../layers/protocols/marc/item-mapping.ts';
import { marcXmlCollection, writeMarcXml } from '../../../layers/protocols/marc/write-marcxml.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { type Book, deletionOf, fileOf, loadBytes, marcOf } from '../../builders/loads.ts';
import { staffAt, withBranch } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';

let table: Table & { name: string };
const path = { memberId: 'ash' };
const actor = staffAt('ash', 'member-admin');
const look = (bytes: Uint8Array, more: object = {}) =>
  call(preview, { actor, path, body: { records: Buffer.from(bytes).toString('base64'), ...more } });

const stones: Book = {
  id: 'b1',
  title: 'The memory of water and stone',
  items: ['$aMAIN$p4711$oFIC 1', '$aMAIN$oFIC 1'],
};
const mosses: Book = {
  ...{ id: 'b2', title: 'Northern mosses' },
  items: ['$aMAIN$p4720', '$aEAST$p4721', '$aMAIN$p47 22', '$aMAIN$p4711', '$aMAIN$p9001', '$oFIC', '$aMAIN$p4720'],
};

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await withBranch(table, 'ash.main');
  await withBranch(table, 'oak.main');
  await loadBytes(table, 'oak', fileOf([{ id: 'x1', title: 'Salt marsh letters', items: ['$aMAIN$p9001'] }]));
  await loadBytes(table, 'ash', fileOf([stones]));
});

test('the preview of items equals what the load then does, and writes nothing', async () => {
  const moved = { ...stones, items: ['$aMAIN$p4711$oFIC 2', '$aMAIN$oFIC 1', '$aMAIN$p4712$oFIC 2'] };
  const file = fileOf([moved, mosses]);
  const before = await scanAll(table.name);
  const { status, body } = await look(file);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    form: 'iso2709',
    hasMore: false,
    counts: { records: 2, recordsRefused: 0, new: 3, changed: 1, unchanged: 1, refused: 4, passedOver: 1 },
    fits: { 'koha-952': 6 },
  });
  const [first, second] = (body as { records: { items: object[]; rejects: { reason: string }[] }[] }).records;
  expect(first).toMatchObject({
    localId: 'b1',
    title: 'The memory of water and stone',
    rejects: [],
    items: [
      { is: 'new', barcode: '4712', branchId: 'ash.main', callNumber: 'FIC 2', category: 'general' },
      { is: 'changed', barcode: '4711', callNumber: 'FIC 2' },
      { is: 'unchanged', barcode: '', callNumber: 'FIC 1' },
    ],
  });
  expect(second?.items).toMatchObject([{ barcode: '4720' }, { barcode: '9001' }]);
  expect(second?.rejects).toMatchObject([
    { what: 'item', reason: 'barcode-malformed', value: '47 22' },
    { what: 'item', reason: 'barcode-twice-in-record', value: '4720' },
    { what: 'item', reason: 'branch-unknown', value: 'EAST', barcode: '4721', localId: 'b2' },
    { what: 'item', reason: 'barcode-taken', barcode: '4711' },
    { what: 'barcode', reason: 'barcode-shared', barcode: '9001', value: 'oak' },
  ]);
  const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(sorted(await scanAll(table.name))).toEqual(sorted(before));
  const { counts, rejects } = await loadBytes(table, 'ash', file);
  expect(counts).toMatchObject({ itemsCreated: 3, itemsChanged: 1, itemsRejected: 4, barcodesShared: 1 });
  expect(rejects.map(({ reason }) => reason).sort()).toEqual(second?.rejects.map(({ reason }) => reason).sort());
  // The same bytes again: a load writes nothing and lists the errors in the records themselves.
  expect(await look(file)).toMatchObject({ body: { counts: { new: 0, changed: 0, unchanged: 5, refused: 3 } } });
  const again = await loadBytes(table, 'ash', file);
  expect(again.counts).toMatchObject({ itemsCreated: 0, itemsChanged: 0, itemsRejected: 3, barcodesShared: 0 });
});

test('an unsaved mapping can be tried; without one the library’s own is used', async () => {
  const file = fileOf([{ id: 'b5', title: 'Five rivers', items: ['$bBR1$p5001', '$bNET$p5002'] }]);
  const mapping = { dialect: 'koha-952', branch: 'b', branchMap: { 'BR*': 'ash.main' }, notACopy: { b: ['NET'] } };
  const tried = await look(file, { mapping });
  expect(tried).toMatchObject({
    body: { counts: { new: 1, passedOver: 1, refused: 0 }, records: [{ items: [{ branchId: 'ash.main' }] }] },
  });
  expect(await look(file)).toMatchObject({ body: { counts: { new: 0, refused: 2 } } });
  expect((await call(setItemMapping, { actor, path, body: mapping })).status).toBe(200);
  expect(await look(file)).toMatchObject({ body: { counts: { new: 1, passedOver: 1, refused: 0 } } });
  await call(setItemMapping, { actor, path, body: itemDialects['koha-952'] });
});

test('it detects which built-in mapping fits a file in another format, in XML as well', async () => {
  const record = marcOf({ id: 'b6', title: 'Six bridges' });
  const symphony = ['3001', '3002'].map((barcode) => ({
    ...{ tag: '999', ind1: ' ', ind2: ' ' },
    subfields: Object.entries({ a: 'FIC 6', i: barcode, m: 'MAIN' }).map(([code, value]) => ({ code, value })),
  }));
  const written = writeMarcXml({ ...record, data: [...record.data, ...symphony] });
  if ('refused' in written) throw new Error(JSON.stringify(written.refused));
  const seen = await look(Buffer.from(marcXmlCollection([written.xml])));
  expect(seen).toMatchObject({
    body: { form: 'marcxml', counts: { records: 1, new: 0 }, fits: { 'symphony-999': 2 } },
  });
});

test('records that a load would refuse are listed with the reason, deletions as such; no copy results from either', async () => {
  const untitled = { id: 'b7', title: '', items: ['$aMAIN$p7001'] };
  const broken = fileOf([stones]).subarray(0, 100);
  const file = Buffer.concat([fileOf([untitled]), deletionOf(stones), broken]);
  expect(await look(file)).toMatchObject({
    body: {
      counts: { records: 3, recordsRefused: 2, new: 0, changed: 0, unchanged: 0 },
      records: [
        { refused: { reason: 'no-title', localId: 'b7' } },
        { deletes: true, localId: 'b1' },
        { refused: { reason: 'truncated-record' }, title: '' },
      ],
    },
  });
});

test('of a large file the beginning is read, without the truncated record', async () => {
  const books = Array.from({ length: 60 }, (_, n) => ({
    id: `c${n}`,
    title: `Tale ${n}`,
    items: [`$aMAIN$p60${n + 100}`],
  }));
  const whole = fileOf(books);
  const first = {
    hasMore: true,
    counts: { records: MAX_PREVIEW.records, recordsRefused: 0, new: MAX_PREVIEW.records },
  };
  expect(await look(whole)).toMatchObject({ body: first });
  const three = fileOf(books.slice(0, 3)).length + 40;
  expect(await look(whole.subarray(0, three), { isBeginning: true })).toMatchObject({
    body: { hasMore: true, counts: { records: 3, recordsRefused: 0, new: 3 } },
  });
});

test('a record with very many copies is counted in full and shown with its first ones', async () => {
  const items = Array.from({ length: MAX_PREVIEW.items + 20 }, (_, n) => `$aMAIN$p8${1000 + n}`);
  const { body } = await look(fileOf([{ id: 'b8', title: 'A very long serial', items }]));
  expect(body).toMatchObject({ counts: { new: MAX_PREVIEW.items + 20 } });
  expect((body as { records: { items: object[] }[] }).records[0]?.items).toHaveLength(MAX_PREVIEW.items);
});

test.each([
  ['a PDF', { records: Buffer.from('%PDF-1.7 …').toString('base64') }, 422, 'not-marc'],
  [
    'a branch of another library',
    { mapping: { dialect: 'koha-952', defaultBranch: 'oak.main' } },
    422,
    'branch-elsewhere',
  ],
  ['a mapping without a tag', { mapping: { barcode: 'p' } }, 400, 'bad-input'],
  ['no Base64', { records: '%%%' }, 400, 'bad-input'],
  ['too many bytes', { records: Buffer.alloc(MAX_PREVIEW.bytes + 3, 'a').toString('base64') }, 400, 'bad-input'],
])('%s is refused', async (_name, more, status, code) => {
  expect(await look(fileOf([stones]), more)).toMatchObject({ status, body: { code } });
});

test('conflicts between edits by staff and the file are counted, without identical records and deletions', async () => {
  const lichens: Book = { id: 'b9', title: 'Lichens of the coast' };
  const counted = async (bytes: Uint8Array) =>
    ((await look(bytes)).body as { counts: { edited: number } }).counts.edited;
  const other = fileOf([{ ...lichens, title: 'Lichens of the coasts' }]);
  await loadBytes(table, 'ash', fileOf([lichens]));
  expect(await counted(other)).toBe(0);
  await table.write([{ update: catalogueKeys.key('source', { sourceId: 'ash:b9' }), set: { edited: 'what stands' } }]);
  expect(await counted(other)).toBe(1);
  expect(await counted(fileOf([lichens]))).toBe(0);
  expect(await counted(deletionOf(lichens))).toBe(0);
});

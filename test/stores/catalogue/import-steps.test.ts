import { deflateRawSync } from 'node:zlib';
import { fileKey, importStore, importView, sumParts } from '../../../functions/catalogue/data/import-store.ts';
import { defaultItemMapping } from '../../../functions/catalogue/domain/items/item-mapping.ts';
import { addCounts, noCounts } from '../../../functions/catalogue/domain/loading/import.ts';
import { loadPart, mappingName } from '../../../functions/catalogue/use-cases/load-part.ts';
import { prepareImport } from '../../../functions/catalogue/use-cases/prepare-import.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { anImport, type Book, fileOf, loadBytes } from '../../builders/loads.ts';

const at = '2026-03-02T10:00:00.000Z';
let table: Table;
let bucket: Bucket & { objects: Map<string, Uint8Array> };
beforeAll(async () => {
  table = await aTable();
  bucket = bucketInMemory();
});

const books = (from: number, count: number): Book[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `n${from + i}`,
    title: `Number ${from + i} of a thousand tales`,
    pages: 90 + i,
  }));

let serial = 0;
const prepared = async (bytes: Uint8Array) => {
  serial += 1;
  const importId = `imp_step_${serial}`;
  await anImport(table, bucket, importId, 'ash', bytes);
  const result = await prepareImport({ imports: importStore(table), bucket }, importId, 'run-1', at);
  return { importId, result, load: await importStore(table).get(importId) };
};

const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj');
const zip = Buffer.from('PK\u0003\u0004 and more');
test.each([
  ['a PDF', pdf, 'file-is-pdf'],
  ['a ZIP', zip, 'file-is-zip'],
  ['compressed bytes', deflateRawSync(Buffer.alloc(10_000, 'abc')), 'file-is-unknown'],
  ['JSON', Buffer.from('{"records": []}'), 'file-is-json'],
  ['a text', Buffer.from('Dear cataloguer,\nplease find attached'), 'file-is-text'],
  ['nothing', Buffer.alloc(0), 'empty-file'],
])('%s is refused as a whole, with the reason, and nothing is started', async (_name, bytes, reason) => {
  const { result, load } = await prepared(bytes);
  expect(result).toMatchObject({ go: false, parts: [] });
  expect(load).toMatchObject({ state: 'rejected', problem: { reason, detail: expect.stringMatching(/\w/) } });
});

test('a file is cut into parts that together are the file; a second run does not start beside the first', async () => {
  const bytes = fileOf(books(0, 2500));
  const { importId, result } = await prepared(bytes);
  expect(result).toEqual({ importId, go: true, parts: ['00000', '00001', '00002'] });
  const parts = await importStore(table).parts(importId);
  expect(parts[0]?.start).toBe(0);
  expect(parts.at(-1)?.end).toBe(bytes.length);
  expect(parts.slice(1).map(({ start }) => start)).toEqual(parts.slice(0, -1).map(({ end }) => end));
  const again = (run: string) => prepareImport({ imports: importStore(table), bucket }, importId, run, at);
  expect((await again('run-2')).go).toBe(false);
  // Lambda may start a step twice: the same run continues.
  expect((await again('run-1')).go).toBe(true);
});

test('a failed load is run again without the parts that are done', async () => {
  const { importId } = await prepared(fileOf(books(0, 1500)));
  const imports = importStore(table);
  await imports.partDone(importId, '00000', { ...noCounts(), read: 1000, accepted: 1000, created: 1000 }, 0);
  await imports.end(importId, { state: 'failed', at, counts: noCounts() });
  const again = await prepareImport({ imports, bucket }, importId, 'run-2', at);
  expect(again).toEqual({ importId, go: true, parts: ['00001'] });
  const view = importView((await imports.get(importId)) ?? fail(), await imports.parts(importId));
  expect(view).toMatchObject({ state: 'running', parts: { all: 2, done: 1 }, counts: { read: 1000 } });
});

const fail = (): never => {
  throw new Error('not there');
};

/** Prepares a file and loads its parts, as the workflow does. */
const loadWhole = async (bytes: Uint8Array) => {
  const { importId, result } = await prepared(bytes);
  let [counts, rejects] = [noCounts(), [] as { offset: number; reason: string }[]];
  for (const { part, start, end, form } of await importStore(table).parts(importId)) {
    const loaded = await loadPart(
      { table, bucket, ids: systemIds, now: 0, importId, itemsBy: mappingName(defaultItemMapping) },
      { memberId: 'ash', mapping: defaultItemMapping, branches: new Set() },
      { chunks: bucket.range(fileKey(importId), start, end), form, offset: start },
    );
    await importStore(table).partDone(importId, part, loaded.counts, loaded.rejects.length);
    [counts, rejects] = [addCounts(counts, loaded.counts), [...rejects, ...loaded.rejects]];
  }
  expect(sumParts(await importStore(table).parts(importId))).toEqual(counts);
  expect(counts.accepted + counts.rejected).toBe(counts.read);
  return { counts, rejects, go: result.go };
};

test('truncated, garbled and huge records are rejected by byte offset; those around them are loaded', async () => {
  const [one, two, three] = [fileOf(books(5000, 1)), fileOf(books(5001, 1)), fileOf(books(5002, 1))];
  const garbage = Buffer.from('this is no record at all\u001d');
  const cut = one.subarray(0, 90);
  const head = Buffer.from('99999nam a2200000 a 4500');
  const huge = Buffer.concat([head, Buffer.alloc(6_000_000, 'x'), Buffer.from([0x1d])]);
  const { counts, rejects } = await loadWhole(Buffer.concat([one, garbage, two, huge, three, cut]));
  expect(counts).toMatchObject({ read: 6, accepted: 3, rejected: 3 });
  const offsets = [one.length, one.length + garbage.length + two.length];
  expect(rejects).toMatchObject([
    { reason: 'not-a-record', offset: offsets[0] },
    { reason: 'record-over-cap', offset: offsets[1] },
    { reason: 'truncated-record', offset: one.length + garbage.length + two.length + huge.length + three.length },
  ]);
});

test('a record without title is rejected with its reason and local id', async () => {
  const plain = Buffer.from(fileOf(books(6000, 1)));
  // The tag 245 in the directory becomes 246: the record is valid otherwise.
  const untitled = Buffer.from(plain.toString('latin1').replace('245', '246'), 'latin1');
  const { counts, rejects } = await loadWhole(Buffer.concat([plain, untitled]));
  expect(counts).toMatchObject({ read: 2, accepted: 1, rejected: 1 });
  expect(rejects).toMatchObject([{ reason: 'no-title', offset: plain.length, localId: 'n6000' }]);
});

test('MARCXML is loaded like ISO 2709, and is stored unchanged', async () => {
  const xml = (id: string, title: string) =>
    `<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">${id}</controlfield><datafield tag="245" ind1="1" ind2="0"><subfield code="a">${title}</subfield></datafield></record>`;
  const file = `<?xml version="1.0"?><collection>${xml('x1', 'Ősz és tél &amp; tavasz')}${xml('x2', 'Другая книга')}<record><leader>bro`;
  const { counts, rejects } = await loadWhole(Buffer.from(file));
  expect(counts).toMatchObject({ read: 3, accepted: 2, rejected: 1 });
  expect(rejects).toMatchObject([{ reason: 'truncated-record' }]);
});

test('a record too large for the table is stored in the bucket and read from there', async () => {
  const noise = Array.from({ length: 60_000 }, (_, i) => ((i * 2654435761) >>> 0).toString(36)).join(' ');
  const notes = Array.from({ length: 60 }, (_, i) => noise.slice(i * 9000, (i + 1) * 9000));
  const fields = notes.map(
    (note) => `<datafield tag="500" ind1=" " ind2=" "><subfield code="a">${note}</subfield></datafield>`,
  );
  const file = `<collection><record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">big</controlfield><datafield tag="245" ind1="0" ind2="0"><subfield code="a">A very long note</subfield></datafield>${fields.join('')}</record></collection>`;
  const { counts } = await loadWhole(Buffer.from(file));
  expect(counts).toMatchObject({ accepted: 1 });
  expect([...bucket.objects.keys()].filter((name) => name.startsWith('sources/ash%3Abig/')).length).toBe(1);
});

test('any bytes are accounted for: nothing throws, accepted plus rejected is what was read', async () => {
  const sound = Buffer.from(fileOf(books(7000, 6)));
  for (let seed = 1; seed <= 25; seed++) {
    const bytes = Buffer.from(sound);
    for (let i = 0; i < 20; i++) bytes[(seed * 7919 + i * i * 104729) % bytes.length] = (seed * 31 + i * 17) % 256;
    const { counts } = await loadBytes(table, 'oak', bytes);
    expect(counts.accepted + counts.rejected).toBe(counts.read);
    expect(counts.read).toBeGreaterThan(0);
  }
});

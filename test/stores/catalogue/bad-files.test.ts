import { gzipSync } from 'node:zlib';
import { fileKey, importStore } from '../../../functions/catalogue/data/import-store.ts';
import { sourceStore } from '../../../functions/catalogue/data/source-store.ts';
import { defaultItemMapping } from '../../../functions/catalogue/domain/items/item-mapping.ts';
import { addCounts, noCounts } from '../../../functions/catalogue/domain/loading/import.ts';
import { loadPart, mappingName } from '../../../functions/catalogue/use-cases/load-part.ts';
import { prepareImport } from '../../../functions/catalogue/use-cases/prepare-import.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { encodeMarc8 } from '../../../layers/protocols/marc/encode-marc8.ts';
import { subfields } from '../../../layers/protocols/marc/fields.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { anImport, fileOf } from '../../builders/loads.ts';

/** Malicious files, through a load's own steps: each is refused with the reason, and no more of it is read or stored than necessary. */
let table: Table;
let bucket: Bucket & { objects: Map<string, Uint8Array> };
let bytesRead = 0;
let serial = 0;
beforeAll(async () => {
  table = await aTable();
  const plain = bucketInMemory();
  bucket = {
    ...plain,
    range: async function* (name, start, end) {
      for await (const chunk of plain.range(name, start, end)) {
        bytesRead += chunk.length;
        yield chunk;
      }
    },
  };
});
beforeEach(() => {
  bytesRead = 0;
});

const prepared = async (bytes: Uint8Array) => {
  serial += 1;
  const importId = `imp_bad_${serial}`;
  await anImport(table, bucket, importId, 'ash', bytes);
  const { go } = await prepareImport(
    { imports: importStore(table), bucket },
    importId,
    'run-1',
    '2026-03-02T10:00:00.000Z',
  );
  return { importId, go, load: await importStore(table).get(importId) };
};
const loaded = async (bytes: Uint8Array) => {
  const { importId } = await prepared(bytes);
  let [counts, reasons] = [noCounts(), [] as string[]];
  for (const { part, start, end, form } of await importStore(table).parts(importId)) {
    const one = await loadPart(
      { table, bucket, ids: systemIds, now: 0, importId, itemsBy: mappingName(defaultItemMapping) },
      { memberId: 'ash', mapping: defaultItemMapping, branches: new Set() },
      { chunks: bucket.range(fileKey(importId), start, end), form, offset: start },
    );
    await importStore(table).partDone(importId, part, one.counts, one.rejects.length);
    [counts, reasons] = [addCounts(counts, one.counts), [...reasons, ...one.rejects.map(({ reason }) => reason)]];
  }
  expect(counts.accepted + counts.rejected).toBe(counts.read);
  return { accepted: counts.accepted, reasons };
};

const sound = fileOf([{ id: 'ok1', title: 'A sound record', pages: 12 }]);
const zipEntry = (name: string): Buffer => Buffer.from(`PK\u0003\u0004\u0014\0\0\0\u0008\0${name}`, 'latin1');
const tar = Buffer.concat([
  Buffer.from('records.mrc'.padEnd(257, '\0')),
  Buffer.from('ustar\u000000'),
  Buffer.alloc(500),
]);

test('finding M7: a record with a foreign element or a damaged number is loaded, and the report says so', async () => {
  const xml = (number: string, more: string): string =>
    `<record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">${number}</controlfield><datafield tag="245" ind1="0" ind2="0"><subfield code="a">A title of ${number.length}</subfield></datafield>${more}</record>`;
  const file = `<collection>${xml('m7-1', '<holdings><x>1</x></holdings>')}${xml('m7&#7;-2', '')}</collection>`;
  expect(await loaded(Buffer.from(file))).toEqual({ accepted: 2, reasons: ['element-ignored', 'number-cleaned'] });
});

test.each([
  ['a gzip bomb of a gigabyte’s kind', gzipSync(Buffer.alloc(30_000_000)), 'file-is-gzip'],
  ['gzip within gzip', gzipSync(gzipSync(Buffer.alloc(1_000_000))), 'file-is-gzip'],
  ['MARC in gzip', gzipSync(sound), 'file-is-gzip'],
  ['a zip bomb', Buffer.concat([zipEntry('42.zip'), Buffer.alloc(2_000_000)]), 'file-is-zip'],
  [
    'an archive that climbs out of its folder',
    Buffer.concat([zipEntry('../../etc/passwd'), Buffer.alloc(100)]),
    'file-is-zip',
  ],
  ['a tar archive', tar, 'file-is-unknown'],
])('%s is never unpacked: refused by its first bytes, the rest not read', async (_name, bytes, reason) => {
  const { go, load } = await prepared(bytes);
  expect([go, load?.state, load?.problem?.reason]).toEqual([false, 'rejected', reason]);
  expect(bytesRead).toBeLessThanOrEqual(7001);
});

const xml = (title: string, before = '', encoding = 'UTF-8'): string =>
  `<?xml version="1.0" encoding="${encoding}"?>${before}<collection xmlns="http://www.loc.gov/MARC21/slim"><record><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">x${serial}</controlfield><datafield tag="245" ind1="0" ind2="0"><subfield code="a">${title}</subfield></datafield></record></collection>`;
const laughs = `<!DOCTYPE r [<!ENTITY a0 "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};&a${i};&a${i};&a${i};&a${i};&a${i};&a${i};&a${i};&a${i};">`).join('')}]>`;

test.each([
  ['entities that grow a millionfold', xml('&a20;', laughs), ['doctype']],
  [
    'one long entity named again and again',
    xml('&b;'.repeat(50_000), `<!DOCTYPE r [<!ENTITY b "${'b'.repeat(3000)}">]>`),
    ['doctype'],
  ],
  [
    'a file of this machine as an entity',
    xml('&f;', '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
    ['doctype'],
  ],
  ['a DTD from elsewhere', xml('x', '<!DOCTYPE r SYSTEM "http://127.0.0.1:1/r.dtd">'), ['doctype']],
  ['an entity that nobody defined', xml('&copy;'), ['unknown-entity']],
  ['a record nested without end', `<collection><record>${'<datafield>'.repeat(20_000)}`, ['truncated-record']],
])('XML with %s is refused, and no entity is resolved', async (_name, file, reasons) => {
  expect(await loaded(Buffer.from(file))).toEqual({ accepted: 0, reasons });
});

/** Builds an ISO 2709 record with an arbitrary directory: entries of tag, length and start. */
const withDirectory = (entries: string, fields: string): Buffer => {
  const base = 24 + entries.length + 1;
  const length = base + fields.length + 1;
  const leader = `${String(Math.min(99_999, length)).padStart(5, '0')}nam a22${String(base).padStart(5, '0')} a 4500`;
  return Buffer.from(`${leader}${entries}\u001e${fields}\u001d`, 'latin1');
};
const field = `00\u001faA title${'x'.repeat(9000)}\u001e`;

test.each([
  [
    'seven thousand entries on one field',
    withDirectory(`245${String(field.length).padStart(4, '0')}00000`.repeat(7000), field),
  ],
  ['entries that point behind the record', withDirectory('245000999999'.repeat(50), field)],
  [
    'entries that overlap',
    withDirectory(Array.from({ length: 4000 }, (_, i) => `2459000${String(i).padStart(5, '0')}`).join(''), field),
  ],
  ['lengths that are no numbers', withDirectory('245-001-0001'.repeat(3), field)],
])('a directory of %s blocks nothing and allocates nothing; the next record is read', async (_name, bytes) => {
  const { accepted, reasons } = await loaded(
    Buffer.concat([bytes, fileOf([{ id: `n${serial}`, title: `After ${serial}`, pages: 5 }])]),
  );
  expect(accepted).toBeGreaterThanOrEqual(1);
  expect(accepted + reasons.length).toBe(2);
  // The result is not larger than the input.
  const sources = [...bucket.objects].filter(([name]) => name.startsWith('sources/'));
  expect(sources.every(([, stored]) => stored.length <= bytes.length)).toBe(true);
});

const titleOf = async (sourceId: string): Promise<string | undefined> => {
  const sources = sourceStore(table, bucket);
  const source = await sources.get(sourceId);
  const record = source && (await sources.marc(source));
  return record?.data.filter(({ tag }) => tag === '245').flatMap((one) => subfields(one, 'a'))[0];
};
/** Builds a file of one record in UTF-8 whose leader (09) states another encoding. */
const saying = (id: string, title: string, code: string): Buffer => {
  const bytes = Buffer.from(fileOf([{ id, title, pages: 7 }]));
  bytes.write(code, 9, 'latin1');
  return bytes;
};

/** Builds a file of one record whose title is in another encoding, one byte to a character, with correct lengths. */
const inBytes = (id: string, written: string, scheme: string): Buffer => {
  const same = 'x'.repeat(written.length);
  const text = Buffer.from(fileOf([{ id, title: same, pages: 8 }])).toString('latin1');
  const bytes = Buffer.from(text.replace(same, written), 'latin1');
  bytes.write(scheme, 9, 'latin1');
  return bytes;
};

test('a wrongly declared encoding is detected by the bytes, and the title is correct', async () => {
  expect(await loaded(saying('enc1', 'Ősz és tél', ' '))).toEqual({ accepted: 1, reasons: [] });
  expect(await titleOf('ash:enc1')).toBe('Ősz és tél /');
  // Bytes in Latin-1 and in ANSEL, in records that claim UTF-8 or MARC-8.
  for (const [at, title] of [
    'Études à Genève',
    'Littérature générale',
    'El niño y el Señor',
    'Die Übersetzung',
  ].entries())
    for (const [written, scheme] of [title, encodeMarc8(title).binary].flatMap((one) => [
      [one, 'a'] as const,
      [one, ' '] as const,
    ])) {
      const id = `enc2-${at}-${scheme.trim()}-${written === title ? 'latin' : 'ansel'}`;
      expect(await loaded(inBytes(id, written, scheme))).toEqual({ accepted: 1, reasons: [] });
      expect(await titleOf(`ash:${id}`)).toBe(`${title} /`);
    }
  expect(await loaded(Buffer.from(xml('Ősz', '', 'ISO-8859-1')))).toMatchObject({ accepted: 1 });
  expect(await loaded(Buffer.from(`\ufeff${xml('Ősz', '', 'UTF-16')}`, 'utf16le'))).toEqual({
    accepted: 1,
    reasons: [],
  });
});

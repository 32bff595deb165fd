import { fileKey, importStore } from '../../functions/catalogue/data/import-store.ts';
import { readRecord } from '../../functions/catalogue/data/union-record.ts';
import { defaultItemMapping } from '../../functions/catalogue/domain/items/item-mapping.ts';
import type { ProtectedField } from '../../functions/catalogue/domain/loading/field-protection.ts';
import { findItems } from '../../functions/catalogue/use-cases/find-item.ts';
import { loadedBy, loadPart } from '../../functions/catalogue/use-cases/load-part.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import type { Bucket } from '../../layers/platform/objects/object-store.ts';
import { systemIds } from '../../layers/platform/runtime/ids.ts';
import type { MarcRecord } from '../../layers/protocols/marc/record.ts';
import { writeIso2709 } from '../../layers/protocols/marc/write-iso2709.ts';
import { aRecord, datafield } from './marc-records.ts';
import { scanAll } from './scan-all.ts';

/** The number of nonfiling characters (245 second indicator). */
const notFiled = (title: string): number => /^(?:an?|the) /i.exec(title)?.[0].length ?? 0;

/** A member's catalogue record of a book, with enough data for the matcher. `items` are fields 952. */
export type Book = {
  id: string;
  title: string;
  /** Empty for a record without authors. */
  author?: string;
  year?: string;
  pages?: number;
  isbn?: string;
  items?: string[];
  note?: string;
  /** Fields 650. */
  subjects?: string[];
  /** 008/23, form of item: `d` is large print. */
  form?: string;
  /** Fields 583, action notes. */
  actions?: string[];
};

/** Its MARC record. */
export const marcOf = ({
  id,
  title,
  author = 'Okri, Nadia',
  year = '1998',
  pages = 312,
  isbn,
  items = [],
  note,
  form = ' ',
  actions = [],
  subjects = [],
}: Book): MarcRecord =>
  aRecord(
    [
      ...(isbn ? [datafield('020', '  ', `$a${isbn}`)] : []),
      ...(author === '' ? [] : [datafield('100', '1 ', `$a${author},`)]),
      datafield('245', `1${notFiled(title)}`, author === '' ? `$a${title}.` : `$a${title} /$c${author}.`),
      datafield('260', '  ', `$aLondon :$bHarbour,$c${year}.`),
      datafield('300', '  ', `$a${pages} p. ;$c22 cm.`),
      ...(note ? [datafield('500', '  ', `$a${note}`)] : []),
      ...subjects.map((subject) => datafield('650', ' 0', subject)),
      ...actions.map((action) => datafield('583', '1 ', action)),
      ...items.map((item) => datafield('952', '  ', item)),
    ],
    { '001': id, '008': `980101s${year}    enk     ${form}     000 0 eng d` },
  );

/** A file of these books in ISO 2709. */
export const fileOf = (books: readonly Book[]): Uint8Array =>
  Buffer.concat(
    books.map((book) => {
      const written = writeIso2709(marcOf(book));
      if ('refused' in written) throw new Error(JSON.stringify(written.refused));
      return written.bytes;
    }),
  );

/** The deletion record of a book: its leader states it (05 `d`), and only its number is used. */
export const deletionOf = (book: Book): Uint8Array => {
  const bytes = Uint8Array.from(fileOf([book]));
  bytes[5] = 'd'.charCodeAt(0);
  return bytes;
};

let serial = 0;

/** Loads bytes as one part for a member whose branch is `main`. Returns counts and rejects. */
export const loadBytes = (
  table: Table,
  memberId: string,
  bytes: Uint8Array,
  more: { importId?: string; bucket?: Bucket; protects?: readonly ProtectedField[]; now?: number } = {},
) => {
  serial += 1;
  const context = { memberId, mapping: defaultItemMapping, branches: new Set([`${memberId}.main`]) };
  return loadPart(
    {
      table,
      bucket: more.bucket,
      ids: systemIds,
      now: more.now ?? Date.now(),
      importId: more.importId ?? `imp_test_${serial}`,
      itemsBy: loadedBy(context),
      ...(more.protects && { protects: more.protects }),
    },
    context,
    { chunks: [bytes], form: 'iso2709', offset: 0 },
  );
};

/** Returns the union's current clusters in the table: sorted lists of source ids, sorted. */
export const clustersIn = async (table: { name: string }): Promise<string[][]> =>
  (await scanAll(table.name, 'record'))
    .map(readRecord)
    .filter(({ mergedInto, sources }) => mergedInto === undefined && sources.length > 0)
    .map(({ sources }) => [...sources].sort())
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));

/** Opens a load whose file exists already. */
export const anImport = async (
  table: Table,
  bucket: Bucket,
  importId: string,
  memberId: string,
  bytes: Uint8Array,
): Promise<void> => {
  await bucket.put(fileKey(importId), bytes);
  await importStore(table).create({
    importId,
    memberId,
    fileName: 'test.mrc',
    bytes: bytes.length,
    createdAt: '2026-03-02T10:00:00.000Z',
  });
};

/** Returns the item with a barcode; the first of several. */
export const findItem = async (table: Table, barcode: string) => (await findItems(table, barcode))[0];

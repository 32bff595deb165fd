import { keys as catalogueKeys } from '../../functions/catalogue/data/keys.ts';
import { type Audience, audiences } from '../../functions/catalogue/domain/visibility/visibility.ts';
import { handler as setVisibility } from '../../functions/catalogue/operations/set-visibility/handler.ts';
import { readSource } from '../../functions/catalogue/public/read-source.ts';
import { sourceStore } from '../../functions/catalogue/public/source-store.ts';
import { indexRecords } from '../../functions/catalogue/use-cases/index-records.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import { writeIso2709 } from '../../layers/protocols/marc/write-iso2709.ts';
import { bucketInMemory } from './bucket-in-memory.ts';
import { call } from './call.ts';
import { type Book, fileOf, findItem, loadBytes, marcOf } from './loads.ts';
import { datafield } from './marc-records.ts';
import { staffAt, withBranch } from './people.ts';
import type { TestIndex } from './search-engine.ts';

/** The parts that ash hides: a title's only record, its record beside birch's, its holding, its only copy, one of its two copies. */
export const hiddenParts = ['record', 'record beside birch’s', 'holding', 'copy', 'one of two copies'] as const;

/** A title of ash with a part hidden from an audience; without `part` nothing is hidden. */
export type HiddenTitle = {
  name: string;
  part?: (typeof hiddenParts)[number];
  from?: Audience;
  /** The unique word of its title, preceded by "Lantern". */
  word: string;
  /** Ash's own data about it, and the barcode and call number of its hidden copy. */
  subject: string;
  barcode: string;
  callNumber: string;
};

const words = [
  ...['orchard', 'glacier', 'meadowland', 'harvest', 'velvet', 'thunder', 'compass', 'pilgrim'],
  ...['walnut', 'sparrow', 'juniper', 'marble', 'blizzard', 'carnival', 'fountain', 'kestrel'],
];
const kinds = [
  { name: 'hidden from nobody' },
  ...hiddenParts.flatMap((part) => audiences.map((from) => ({ name: `${part} hidden from ${from}`, part, from }))),
];

/** One title for each part and audience, and one without hidden parts. */
export const hiddenTitles: readonly HiddenTitle[] = kinds.map((kind, i) => {
  const word = words[i] ?? '';
  return { ...kind, word, subject: `Shade ${word}`, barcode: `H${word}`, callNumber: `QA${i + 1} .S${i + 1}` };
});

const isbns = (i: number): string => {
  const twelve = `97801414${String(1000 + i)}`;
  const sum = [...twelve].reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
};

const bookOf = ({ word, part, barcode, callNumber }: HiddenTitle, i: number): Book => ({
  ...{ id: `h${i}`, title: `Lantern ${word}`, author: 'Hush, Ada', isbn: isbns(i) },
  items: [
    `$aMAIN$p${barcode}$o${callNumber}`,
    ...(part === 'one of two copies' ? [`$aMAIN$pS${word}$oQA${i + 500} .S1`] : []),
  ],
});

const withSubject = (book: Book, subject: string): Uint8Array => {
  const record = marcOf(book);
  const written = writeIso2709({ ...record, data: [...record.data, datafield('650', ' 0', `$a${subject}`)] });
  if ('refused' in written) throw new Error(JSON.stringify(written.refused));
  return written.bytes;
};

const hidePart = async (table: Table, sourceId: string, { part, from, barcode }: HiddenTitle): Promise<void> => {
  if (part === undefined || from === undefined) return;
  const what = {
    sourceId,
    ...(part === 'holding' && { branchId: 'ash.main' }),
    ...(/cop/.test(part) && { itemId: (await findItem(table, barcode))?.itemId }),
  };
  const body = { what, hiddenFrom: [from], reason: 'Not for everybody.' };
  const done = await call(setVisibility, { actor: staffAt('ash', 'cataloguer'), path: { memberId: 'ash' }, body });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
};

/** Writes all these titles into a table and an index, which never contained the hidden parts. Returns their record ids, in order. */
export const loadHiddenTitles = async (table: Table, index: TestIndex): Promise<string[]> => {
  await withBranch(table, 'ash.main');
  const books = hiddenTitles.map(bookOf);
  await loadBytes(
    table,
    'ash',
    Buffer.concat(books.map((book, i) => withSubject(book, hiddenTitles[i]?.subject ?? ''))),
  );
  const shared = books.filter((_, i) => hiddenTitles[i]?.part === 'record beside birch’s');
  await loadBytes(table, 'birch', fileOf(shared.map((book) => ({ ...book, items: [`$aMAIN$pB${book.id}`] }))));
  const sourceIds = books.map(({ id }) => `ash:${id}`);
  await Promise.all(hiddenTitles.map((title, i) => hidePart(table, sourceIds[i] ?? '', title)));
  const recordIds = await Promise.all(
    sourceIds.map(async (sourceId) => readSource(await table.get(catalogueKeys.key('source', { sourceId }))).recordId),
  );
  const indexing = { table, sources: sourceStore(table, bucketInMemory()), index: index.writer, now: Date.now() };
  const failed = await indexRecords(indexing, [...new Set(recordIds)]);
  if (failed.length > 0) throw new Error(`Not indexed: ${JSON.stringify(failed)}`);
  await index.refresh();
  return recordIds;
};

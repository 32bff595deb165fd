import * as fc from 'fast-check';
import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import type { IndexWrite, IndexWriter } from '../../../functions/catalogue/data/search-index/writer.ts';
import { sourceStore } from '../../../functions/catalogue/data/source-store.ts';
import { touchedBy } from '../../../functions/catalogue/domain/index/changes.ts';
import { storeItem } from '../../../functions/catalogue/use-cases/add-item.ts';
import { dirtyRecords } from '../../../functions/catalogue/use-cases/find-dirty-records.ts';
import { indexRecords } from '../../../functions/catalogue/use-cases/index-records.ts';
import type { Indexing } from '../../../functions/catalogue/use-cases/rebuild-documents.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import { imagesOf } from '../../../layers/platform/dynamodb/stream-images.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { hide } from '../../builders/hiding.ts';
import { type Book, fileOf, findItem, loadBytes } from '../../builders/loads.ts';
import { anIndex } from '../../builders/search-engine.ts';
import { streamRecord } from '../../builders/stream-events.ts';

type Named = Table & { name: string };
let table: Named;
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
});

/** Creates an index that accepts the highest version only, as the engine does; `fail` says for which record a write fails, and how. */
const indexInMemory = (fail: Record<string, 'poison' | 'later'> = {}) => {
  const held = new Map<string, IndexWrite>();
  const writer: IndexWriter = {
    write: async (writes) =>
      writes.map((write) => {
        const failing = fail[write.id];
        if (failing) return { id: write.id, outcome: failing, reason: 'as the test wants' };
        if ((held.get(write.id)?.version ?? 0) >= write.version) return { id: write.id, outcome: 'older' };
        held.set(write.id, write);
        return { id: write.id, outcome: 'written' };
      }),
  };
  return { held, writer };
};

const indexing = (index: IndexWriter): Indexing => ({ table, sources: sourceStore(table), index, now: 0 });

const book: Book = { id: 'b1', title: 'The memory of water and stone', items: ['$aMAIN$p4711'] };
const other: Book = { id: 'b2', title: 'A field guide to northern mosses', author: 'Lind, Per', pages: 88 };

const stored = (entity: 'source', sourceId: string) =>
  table.get(catalogueKeys.key(entity, { sourceId }), { strong: true });
const recordIdOf = async (sourceId: string): Promise<string> => String((await stored('source', sourceId))?.recordId);
/** Returns a change as the platform would deliver it: in the stream's own format. */
const touched = (before: Record<string, unknown> | undefined, after: Record<string, unknown> | undefined) =>
  touchedBy(imagesOf(streamRecord(before, after)));
const titles = (held: Map<string, IndexWrite>) =>
  [...held.values()].map((write) => ('document' in write ? write.document.title : 'gone')).sort();

describe('the effect of a change on the index', () => {
  test('a new record, a new item and a changed source are rebuilt; a new source or a loan’s detail has no effect', () => {
    expect(touched(undefined, { entity: 'record', recordId: 'rec_1' })).toEqual([{ rebuild: { recordId: 'rec_1' } }]);
    expect(touched(undefined, { entity: 'itemDescription', sourceId: 'ash:1' })).toEqual([
      { rebuild: { sourceId: 'ash:1' } },
    ]);
    const source = { entity: 'source', sourceId: 'ash:1', checksum: 'a', hiddenFrom: [] };
    expect(touched(undefined, source)).toEqual([]);
    expect(touched(source, { ...source, importId: 'imp_2' })).toEqual([]);
    expect(touched(source, { ...source, checksum: 'b' })).toEqual([{ rebuild: { sourceId: 'ash:1' } }]);
    expect(touched(source, { ...source, hiddenFrom: ['public'] })).toEqual([{ rebuild: { sourceId: 'ash:1' } }]);
    const item = { entity: 'item', sourceId: 'ash:1', state: 'on-loan' };
    expect(touched(item, { ...item, due: '2026-04-01' })).toEqual([]);
    expect(touched(item, { ...item, state: 'available' })).toEqual([{ check: { sourceId: 'ash:1' } }]);
    expect(touched({ entity: 'patronStatus', patronId: 'pat_1' }, undefined)).toEqual([]);
  });

  test('a loan updates the document only when the member’s availability changes', async () => {
    await loadBytes(table, 'ash', fileOf([{ ...book, items: ['$aMAIN$p1', '$aMAIN$p2'] }]));
    const recordId = await recordIdOf('ash:b1');
    const { writer, held } = indexInMemory();
    await indexRecords(indexing(writer), [recordId]);
    expect(held.get(recordId)).toMatchObject({ document: { heldBy: ['ash'], availableAt: ['ash'], copies: 2 } });
    const lend = async (barcode: string, state: string) => {
      const itemId = (await findItem(table, barcode))?.itemId ?? '';
      await table.write([{ update: itemsKeys.key('item', { itemId }), set: { state } }]);
      return (await dirtyRecords(table, [{ check: { sourceId: 'ash:b1' } }])).records;
    };
    expect(await lend('1', 'on-loan')).toEqual([]);
    expect(await lend('2', 'on-loan')).toEqual([recordId]);
    await indexRecords(indexing(writer), [recordId]);
    expect(held.get(recordId)).toMatchObject({ document: { heldBy: ['ash'], availableAt: [] } });
    expect(await lend('1', 'available')).toEqual([recordId]);
  });
});

test('a record without copies is stored as such, until one is created', async () => {
  const { writer, held } = indexInMemory();
  const copiesOf = async (sourceId: string) => {
    const recordId = await recordIdOf(sourceId);
    await indexRecords(indexing(writer), [recordId]);
    const write = held.get(recordId);
    return [(await stored('source', sourceId))?.bare, write && 'document' in write ? write.document.copies : undefined];
  };
  await loadBytes(table, 'ash', fileOf([{ ...book, items: [] }, other]));
  expect([await copiesOf('ash:b1'), await copiesOf('ash:b2')]).toEqual([
    [true, 0],
    [true, 0],
  ]);
  const item = { itemId: 'itm_hand', sourceId: 'ash:b1', memberId: 'ash', barcode: '99', branchId: 'ash.main' };
  const described = { location: '', callNumber: '', category: 'book', copyNumber: '', volume: '', hiddenFrom: [] };
  expect(await storeItem(table, { ...item, ...described })).toBe('added');
  expect(await copiesOf('ash:b1')).toEqual([undefined, 1]);
  // A load without copies removes none; one with the first copies is accepted.
  await loadBytes(
    table,
    'ash',
    fileOf([
      { ...book, items: [], pages: 313 },
      { ...other, items: ['$aMAIN$p4712'] },
    ]),
  );
  expect([await copiesOf('ash:b1'), await copiesOf('ash:b2')]).toEqual([
    [undefined, 1],
    [undefined, 1],
  ]);
});

describe('a failing record', () => {
  test('never stops the others: permanent and temporary failures are distinguished', async () => {
    await loadBytes(
      table,
      'ash',
      fileOf([
        book,
        other,
        { id: 'b3', title: 'Three winters', pages: 12 },
        { id: 'b4', title: 'Copper lanterns', pages: 400 },
      ]),
    );
    const [one = '', two = '', three = '', four = ''] = await Promise.all(
      ['b1', 'b2', 'b3', 'b4'].map((id) => recordIdOf(`ash:${id}`)),
    );
    // The bytes of the third are no longer readable.
    await table.write([
      { update: catalogueKeys.key('source', { sourceId: 'ash:b3' }), set: { marc: Buffer.from('nonsense') } },
    ]);
    const { writer, held } = indexInMemory({ [one]: 'poison', [two]: 'later' });
    const failed = await indexRecords(indexing(writer), [one, two, three, four]);
    expect(
      failed.map(({ recordId, kind }) => ({ recordId, kind })).sort((a, b) => (a.recordId < b.recordId ? -1 : 1)),
    ).toEqual(
      [
        { recordId: one, kind: 'poison' },
        { recordId: two, kind: 'later' },
        { recordId: three, kind: 'poison' },
      ].sort((a, b) => (a.recordId < b.recordId ? -1 : 1)),
    );
    expect([...held.keys()]).toEqual([four]);
  });

  test('an unavailable index makes all wait, and blames none', async () => {
    await loadBytes(table, 'ash', fileOf([book]));
    const away: IndexWriter = { write: () => Promise.reject(new Error('connect ECONNREFUSED')) };
    expect(await indexRecords(indexing(away), [await recordIdOf('ash:b1')])).toMatchObject([{ kind: 'later' }]);
  });

  test('an unreadable source is reported separately, and the others are found', async () => {
    await loadBytes(table, 'ash', fileOf([book, other]));
    await table.write([{ update: catalogueKeys.key('source', { sourceId: 'ash:b1' }), set: { matchKeys: 7 } }]);
    const dirty = await dirtyRecords(table, [{ rebuild: { sourceId: 'ash:b1' } }, { rebuild: { sourceId: 'ash:b2' } }]);
    expect(dirty).toMatchObject({ records: [await recordIdOf('ash:b2')], unresolved: [{ sourceId: 'ash:b1' }] });
  });
});

test('in any order, repetition and overlap of indexed changes, the resulting documents are the same', async () => {
  await loadBytes(table, 'ash', fileOf([book, other]));
  await loadBytes(
    table,
    'oak',
    fileOf([
      { ...other, id: 'x1' },
      { ...book, id: 'x2', title: 'Something else entirely', pages: 20 },
    ]),
  );
  const before = await Promise.all(['ash:b1', 'ash:b2', 'oak:x2'].map(recordIdOf));
  // Now oak’s second record becomes ash’s first: two records are merged, and one id remains as a tombstone.
  await loadBytes(table, 'oak', fileOf([{ ...book, id: 'x2', items: [] }]));
  const wanted = ['A field guide to northern mosses', 'The memory of water and stone', 'gone'];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom(...before), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      async (batches) => {
        const { writer, held } = indexInMemory();
        await Promise.all([...batches, before].map((batch) => indexRecords(indexing(writer), batch)));
        expect(titles(held)).toEqual(wanted);
        expect([...held.values()].flatMap((write) => ('document' in write ? [write.document.heldBy] : []))).toEqual(
          expect.arrayContaining([
            ['ash', 'oak'],
            ['ash', 'oak'],
          ]),
        );
      },
    ),
    { numRuns: 12 },
  );
});

test('a write that read before a change and arrives after a later one never wins', async () => {
  await loadBytes(table, 'ash', fileOf([book]));
  const recordId = await recordIdOf('ash:b1');
  const { writer, held } = indexInMemory();
  let release: (() => void) | undefined;
  const slow: IndexWriter = {
    write: async (writes) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return writer.write(writes);
    },
  };
  const late = indexRecords(indexing(slow), [recordId]);
  while (!release) await new Promise((resolve) => setTimeout(resolve, 5));
  await table.write([
    {
      update: itemsKeys.key('item', { itemId: (await findItem(table, '4711'))?.itemId ?? '' }),
      set: { state: 'on-loan' },
    },
  ]);
  await indexRecords(indexing(writer), [recordId]);
  release?.();
  expect(await late).toEqual([]);
  expect(held.get(recordId)).toMatchObject({ document: { availableAt: [] } });
  // The late one changed nothing stored either, so the return counts as a change.
  expect(await table.get(catalogueKeys.key('recordDocument', { recordId }), { strong: true })).toMatchObject({
    number: held.get(recordId)?.version,
    availableAt: [],
  });
});

test('on the real engine: found once with every member’s copies, absent when hidden, and a tombstone is not undone', async () => {
  const index = anIndex();
  try {
    await loadBytes(table, 'ash', fileOf([{ ...book, isbn: '9780141439587' }]));
    await loadBytes(table, 'oak', fileOf([{ ...book, id: 'x1', items: ['$aMAIN$p99'] }]));
    const recordId = await recordIdOf('ash:b1');
    const indexNow = async () => {
      expect(await indexRecords(indexing(index.writer), [recordId])).toEqual([]);
      await index.refresh();
      return (await index.search('memory water stone')).hits.map((hit) => hit.recordId);
    };
    expect(await indexNow()).toEqual([recordId]);
    for (const id of ['ash:b1', 'oak:x1']) await hide(table, id, ['union']);
    expect(await indexNow()).toEqual([]);
    expect(
      await index.writer.write([{ id: recordId, version: 1, deletedAt: '2026-01-01T00:00:00.000Z' }]),
    ).toMatchObject([{ outcome: 'older' }]);
    await hide(table, 'oak:x1', []);
    expect(await indexNow()).toEqual([recordId]);
  } finally {
    await index.drop();
  }
});

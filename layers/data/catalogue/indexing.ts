import * as z from 'zod';
import type { IndexDocument } from '../../domain/catalogue/index-document.ts';
import { isTemporarySource, memberOfSource } from '../../domain/catalogue/source-id.ts';
import { type SourceInUnion, unionDocument } from '../../domain/catalogue/union-document.ts';
import type { UnionRecord } from '../../domain/catalogue/union-state.ts';
import { iso } from '../../runtime/clock.ts';
import { equals } from '../condition.ts';
import { key } from '../keys.ts';
import type { IndexWrite, IndexWriter } from '../search/writer.ts';
import type { Table } from '../table.ts';
import type { SourceStore, SourceWithItems } from './source-store.ts';
import { readRecord } from './union-record.ts';

/** What the indexer reads and raises: the table, and the source records in it. */
export type Indexing = { table: Table; sources: SourceStore; index: IndexWriter; now: number };

const availableSchema = z.object({ itemId: z.string(), state: z.string() });

/** The ids of those among some items that stand on a shelf now. */
export const availableOf = async (table: Table, itemIds: readonly string[]): Promise<Set<string>> => {
  const rows = await table.getMany(
    itemIds.map((itemId) => key('item', { itemId })),
    { strong: true },
  );
  const items = rows.flatMap((row) => (row ? [availableSchema.parse(row)] : []));
  return new Set(items.filter(({ state }) => state === 'available').map(({ itemId }) => itemId));
};

const inUnion = async (
  sources: SourceStore,
  { source, items }: SourceWithItems,
  available: ReadonlySet<string>,
): Promise<SourceInUnion> => ({
  sourceId: source.sourceId,
  record: await sources.marc(source),
  memberId: memberOfSource(source.sourceId),
  localId: source.localId,
  hiddenFrom: source.hiddenFrom,
  hiddenHoldings: source.hiddenHoldings,
  copies: items.map(({ itemId, barcode, branchId, hiddenFrom }) => ({
    itemId,
    barcode,
    branchId,
    hiddenFrom,
    isAvailable: available.has(itemId),
  })),
});

/** The document of a union record as the table has it at this moment, read strongly from base partitions only. */
export const documentOf = async (
  { table, sources }: Pick<Indexing, 'table' | 'sources'>,
  record: UnionRecord | undefined,
): Promise<IndexDocument | undefined> => {
  if (!record || record.mergedInto !== undefined) return undefined;
  const shown = record.sources.filter((id) => !isTemporarySource(id));
  const found = (await Promise.all(shown.map((id) => sources.withItems(id)))).flatMap((one) => one ?? []);
  const itemIds = found.flatMap(({ items }) => items.map(({ itemId }) => itemId));
  const available = await availableOf(table, itemIds);
  const whole = await Promise.all(found.map((one) => inUnion(sources, one, available)));
  return unionDocument(record.recordId, whole);
};

/** Takes the next number of a record's document, and forgets what the index was last told of the shelves: a flip meanwhile is not taken for indexed. */
const numbered = ({ table, now }: Indexing, recordId: string): Promise<number> => {
  const set = { entity: 'recordDocument', schema: 1, recordId, availableAt: null, numberedAt: now };
  return table.raise(key('recordDocument', { recordId }), 'number', 1, set);
};

/** A record's write for the index, or why it could not be made. */
export type Rebuilt = { recordId: string } & ({ write: IndexWrite } | { error: unknown });

const attempted = async (recordId: string, make: () => Promise<IndexWrite>): Promise<Rebuilt> => {
  try {
    return { recordId, write: await make() };
  } catch (error) {
    return { recordId, error };
  }
};

const writeOf = async (
  indexing: Indexing,
  recordId: string,
  version: number,
  item: Record<string, unknown> | undefined,
): Promise<IndexWrite> => {
  const document = await documentOf(indexing, item && readRecord(item));
  return document ? { id: recordId, version, document } : { id: recordId, version, deletedAt: iso(indexing.now) };
};

/** For whom a piece of work on a record is done: the caller keeps the accounts. */
export type ForRecord = <T>(recordId: string, work: () => Promise<T>) => Promise<T>;

/**
 * Rebuilds some records' writes for the index. First takes each a number, then reads strongly: a write with a higher
 * number has read no less. The union records are read in one call. Gives one answer for each, in order; never throws for
 * a record.
 */
export const rebuildAll = async (
  indexing: Indexing,
  recordIds: readonly string[],
  by: ForRecord = (_recordId, work) => work(),
): Promise<Rebuilt[]> => {
  const versions = await Promise.all(
    recordIds.map((recordId) =>
      by(recordId, () => numbered(indexing, recordId)).catch((error: unknown) => ({ error })),
    ),
  );
  const keys = recordIds.map((recordId) => key('record', { recordId }));
  const items = await indexing.table.getMany(keys, { strong: true }).catch((error: unknown) => ({ error }));
  return Promise.all(
    recordIds.map(async (recordId, i): Promise<Rebuilt> => {
      const version = versions[i];
      if (typeof version !== 'number') return { recordId, error: version?.error };
      if (!Array.isArray(items)) return { recordId, error: items.error };
      return attempted(recordId, () => by(recordId, () => writeOf(indexing, recordId, version, items[i])));
    }),
  );
};

/** Rebuilds one record's write for the index; see `rebuildAll`. Throws what stood in the way. */
export const rebuild = async (indexing: Indexing, recordId: string): Promise<IndexWrite> => {
  const [rebuilt] = await rebuildAll(indexing, [recordId]);
  if (rebuilt === undefined || !('write' in rebuilt)) throw rebuilt?.error;
  return rebuilt.write;
};

/**
 * Notes which members the index now shows with a copy on the shelf, unless a later number was taken meanwhile. Of a
 * record without copies nothing is noted: no copy can flip, and the first one brings a rebuild of its own.
 */
export const noteIndexed = async (table: Table, write: IndexWrite): Promise<void> => {
  if ('document' in write && write.document.copies === 0) return;
  const availableAt = 'document' in write ? write.document.availableAt : [];
  const update = key('recordDocument', { recordId: write.id });
  await table.write([{ update, set: { availableAt }, when: equals('number', write.version) }]);
};

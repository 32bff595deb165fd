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

/**
 * Rebuilds one record's write for the index. First takes a number, then reads strongly: a write with a higher number has
 * read no less. Taking it forgets the availability summary, so that a flip meanwhile is not taken for indexed.
 */
export const rebuild = async (indexing: Indexing, recordId: string): Promise<IndexWrite> => {
  const { table, now } = indexing;
  const set = { entity: 'recordDocument', schema: 1, recordId, availableAt: null, numberedAt: now };
  const version = await table.raise(key('recordDocument', { recordId }), 'number', 1, set);
  const item = await table.get(key('record', { recordId }), { strong: true });
  const document = await documentOf(indexing, item && readRecord(item));
  return document ? { id: recordId, version, document } : { id: recordId, version, deletedAt: iso(now) };
};

/** Notes which members the index now shows with a copy on the shelf, unless a later number was taken meanwhile. */
export const noteIndexed = async (table: Table, write: IndexWrite): Promise<void> => {
  const availableAt = 'document' in write ? write.document.availableAt : [];
  const update = key('recordDocument', { recordId: write.id });
  await table.write([{ update, set: { availableAt }, when: equals('number', write.version) }]);
};

import * as z from 'zod';
import type { IndexDocument } from '../../domain/catalogue/index-document.ts';
import { isTemporarySource, memberOfSource } from '../../domain/catalogue/source-id.ts';
import { type SourceInUnion, unionDocument } from '../../domain/catalogue/union-document.ts';
import type { UnionRecord } from '../../domain/catalogue/union-state.ts';
import { iso } from '../../runtime/clock.ts';
import { and, below, present } from '../condition.ts';
import { harvestState } from '../harvest/harvest-row.ts';
import type { HarvestNote } from '../harvest/note-harvest.ts';
import { key } from '../keys.ts';
import type { IndexWrite, IndexWriter } from '../search/writer.ts';
import type { Table } from '../table.ts';
import { withReferences } from './authority-store.ts';
import type { LeadsOf } from './leading-members.ts';
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
  leads: LeadsOf,
): Promise<SourceInUnion> => ({
  sourceId: source.sourceId,
  record: await sources.marc(source),
  memberId: memberOfSource(source.sourceId),
  localId: source.localId,
  hiddenFrom: source.hiddenFrom,
  leads: leads(memberOfSource(source.sourceId)),
  hiddenHoldings: source.hiddenHoldings,
  copies: items.map(({ itemId, barcode, branchId, callNumber, hiddenFrom }) => ({
    itemId,
    barcode,
    branchId,
    callNumber,
    hiddenFrom,
    isAvailable: available.has(itemId),
  })),
});

/** The sources of a union record with their copies, as the table has them at this moment, read strongly from base partitions only. */
const sourcesOf = async (
  { table, sources, now }: Pick<Indexing, 'table' | 'sources' | 'now'>,
  record: UnionRecord | undefined,
): Promise<SourceInUnion[]> => {
  if (!record || record.mergedInto !== undefined) return [];
  const shown = record.sources.filter((id) => !isTemporarySource(id));
  const found = (await Promise.all(shown.map((id) => sources.withItems(id)))).flatMap((one) => one ?? []);
  const itemIds = found.flatMap(({ items }) => items.map(({ itemId }) => itemId));
  const available = await availableOf(table, itemIds);
  const leads = await sources.leads(now);
  return Promise.all(found.map((one) => inUnion(sources, one, available, leads)));
};

/** The document of a union record as the table has it at this moment. */
export const documentOf = async (
  indexing: Pick<Indexing, 'table' | 'sources' | 'now'>,
  record: UnionRecord | undefined,
): Promise<IndexDocument | undefined> => {
  const document = record && unionDocument(record.recordId, await sourcesOf(indexing, record));
  return document && withReferences(indexing.table, document);
};

/** Numbers begin above those that records once counted for themselves: a document of then is older than any of now. */
const FIRST_NUMBER = 1_000_000_000;

/** Takes one number for a batch of documents. All batches share the counter: a higher number was taken later. */
const nextNumber = async (table: Table): Promise<number> =>
  FIRST_NUMBER + (await table.raise(key('indexNumber', {}), 'number', 1, { entity: 'indexNumber', schema: 1 }));

const noted = z.object({ recordId: z.string(), availableAt: z.array(z.string()).nullish() });

/**
 * Forgets what the index was last told of the shelves, where it was told anything: a flip meanwhile is not taken for
 * indexed. Later than this number's own work it does nothing.
 */
const forgetNotes = async (table: Table, recordIds: readonly string[], number: number): Promise<void> => {
  const rows = await table.getMany(
    recordIds.map((recordId) => key('recordDocument', { recordId })),
    { strong: true },
  );
  const told = rows.flatMap((row) => (row ? [noted.parse(row)] : [])).filter(({ availableAt }) => availableAt);
  const forget = async ({ recordId }: { recordId: string }): Promise<unknown> =>
    table.write([
      {
        update: key('recordDocument', { recordId }),
        set: { availableAt: null, number },
        when: and(present(), below('number', number)),
      },
    ]);
  await Promise.all(told.map(forget));
};

/** What a rebuild makes of a record: its write for the index, and (worked out when asked for) what the doors for other systems are to know. */
export type Made = { write: IndexWrite; note: () => HarvestNote };

/** That, or why it could not be made. */
export type Rebuilt = { recordId: string } & (Made | { error: unknown });

const attempted = async (recordId: string, make: () => Promise<Made>): Promise<Rebuilt> => {
  try {
    return { recordId, ...(await make()) };
  } catch (error) {
    return { recordId, error };
  }
};

const writeOf = async (
  indexing: Indexing,
  recordId: string,
  version: number,
  item: Record<string, unknown> | undefined,
): Promise<Made> => {
  const sources = await sourcesOf(indexing, item && readRecord(item));
  const derived = unionDocument(recordId, sources);
  const document = derived && (await withReferences(indexing.table, derived));
  return {
    note: () => ({ recordId, number: version, ...harvestState(sources, document) }),
    write: document ? { id: recordId, version, document } : { id: recordId, version, deletedAt: iso(indexing.now) },
  };
};

/** For whom a piece of work on a record is done: the caller keeps the accounts. */
export type ForRecord = <T>(recordId: string, work: () => Promise<T>) => Promise<T>;

type Begun = { version: number; items: (Record<string, unknown> | undefined)[] };

const begun = async ({ table }: Indexing, recordIds: readonly string[]): Promise<Begun> => {
  const version = await nextNumber(table);
  await forgetNotes(table, recordIds, version);
  const keys = recordIds.map((recordId) => key('record', { recordId }));
  return { version, items: await table.getMany(keys, { strong: true }) };
};

/**
 * Rebuilds some records' writes for the index. First takes a number, one for all, then reads strongly: a write with a
 * higher number has read no less. Gives one answer for each, in order; never throws for a record.
 */
export const rebuildAll = async (
  indexing: Indexing,
  recordIds: readonly string[],
  by: ForRecord = (_recordId, work) => work(),
): Promise<Rebuilt[]> => {
  if (recordIds.length === 0) return [];
  try {
    const { version, items } = await begun(indexing, recordIds);
    return await Promise.all(
      recordIds.map((recordId, i) =>
        attempted(recordId, () => by(recordId, () => writeOf(indexing, recordId, version, items[i]))),
      ),
    );
  } catch (error) {
    return recordIds.map((recordId) => ({ recordId, error }));
  }
};

/** Rebuilds one record's write for the index; see `rebuildAll`. Throws what stood in the way. */
export const rebuild = async (indexing: Indexing, recordId: string): Promise<IndexWrite> => {
  const [rebuilt] = await rebuildAll(indexing, [recordId]);
  if (rebuilt === undefined || !('write' in rebuilt)) throw rebuilt?.error;
  return rebuilt.write;
};

/**
 * Notes which members the index now shows with a copy on the shelf, unless a later number did or forgot it. Of a record
 * without copies nothing is noted: no copy can flip, and the first one brings a rebuild of its own.
 */
export const noteIndexed = async (table: Table, write: IndexWrite): Promise<void> => {
  if (!('document' in write) || write.document.copies === 0) return;
  const { id: recordId, version: number, document } = write;
  const set = { entity: 'recordDocument', schema: 1, recordId, number, availableAt: document.availableAt };
  await table.write([{ update: key('recordDocument', { recordId }), set, when: below('number', number + 1) }]);
};

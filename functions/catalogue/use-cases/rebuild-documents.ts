import * as z from 'zod';
import { and, below, present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { readReferences } from '../data/authority-store.ts';
import { harvestState } from '../data/harvest-row.ts';
import type { HarvestNote } from '../data/harvest-store.ts';
import { nextNumber } from '../data/index-number.ts';
import { key } from '../data/keys.ts';
import { readOwnWords } from '../data/own-text.ts';
import type { IndexWrite, IndexWriter } from '../data/search-index/writer.ts';
import type { SourceStore } from '../data/source-store.ts';
import { readRecord } from '../data/union-record.ts';
import type { IndexDocument } from '../domain/index/index-document.ts';
import { type SourceInUnion, unionDocument } from '../domain/union/union-document.ts';
import type { UnionRecord } from '../domain/union/union-state.ts';
import { documentWithShownHeadings } from '../domain/views/shown-headings.ts';
import { readSourcesOf } from './read-union-sources.ts';

/** The dependencies of the indexer: the table, the source records in it, and the index writer. */
export type Indexing = { table: Table; sources: SourceStore; index: IndexWriter; now: number };

type Derived = { sources: SourceInUnion[]; document: IndexDocument | undefined };

/**
 * Reads for some documents what is not in their sources: the references of their headings, the forms in which these are shown, and which
 * text is a library's own.
 */
const readBeside = async (
  { table, sources, now }: Pick<Indexing, 'table' | 'sources' | 'now'>,
  derived: readonly Derived[],
  hasAuthorities: boolean,
): Promise<(one: Derived) => IndexDocument | undefined> => {
  const documents = hasAuthorities ? derived.flatMap(({ document }) => document ?? []) : [];
  const [referred, withOwnWords, show] = await Promise.all([
    readReferences(table, documents),
    readOwnWords(
      table,
      derived.flatMap((one) => one.sources),
    ),
    sources.headingsAt(now),
  ]);
  return (one) => one.document && documentWithShownHeadings(withOwnWords(referred(one.document), one.sources), show);
};

/** Returns the document of a union record from the current state of the table. */
export const documentOf = async (
  indexing: Pick<Indexing, 'table' | 'sources' | 'now'>,
  record: UnionRecord | undefined,
): Promise<IndexDocument | undefined> => {
  const sourcesOf = await readSourcesOf(indexing, [record]);
  const sources = record ? await sourcesOf(record) : [];
  const derived = { sources, document: record && unionDocument(record.recordId, sources) };
  return (await readBeside(indexing, [derived], true))(derived);
};

const noted = z.object({ recordId: z.string(), availableAt: z.array(z.string()).nullish() });

/**
 * Deletes the notes of indexed availability, where there are any, so that a change meanwhile does not count as indexed. Has no effect on a
 * note with a later number.
 */
const forgetNotes = async (table: Table, recordIds: readonly string[], number: number): Promise<void> => {
  const rows = await table.getMany(
    recordIds.map((recordId) => key('recordDocument', { recordId })),
    { strong: true },
  );
  const availability = rows.flatMap((row) => (row ? [noted.parse(row)] : [])).filter(({ availableAt }) => availableAt);
  const forget = async ({ recordId }: { recordId: string }): Promise<unknown> =>
    table.write([
      {
        update: key('recordDocument', { recordId }),
        set: { availableAt: null, number },
        when: and(present(), below('number', number)),
      },
    ]);
  await Promise.all(availability.map(forget));
};

/** The result of a rebuild: the record's write for the index and, computed on request, the note for harvesters and SRU. */
export type Made = { write: IndexWrite; note: () => HarvestNote };

/** The result of a rebuild, or the error that prevented it. */
export type Rebuilt = { recordId: string } & (Made | { error: unknown });

type Begun = { version: number; hasAuthorities: boolean; items: (Record<string, unknown> | undefined)[] };

const begun = async ({ table }: Indexing, recordIds: readonly string[]): Promise<Begun> => {
  const { number: version, hasAuthorities } = await nextNumber(table);
  await forgetNotes(table, recordIds, version);
  const keys = recordIds.map((recordId) => key('record', { recordId }));
  return { version, hasAuthorities, items: await table.getMany(keys, { strong: true }) };
};

type Settled<T> = PromiseSettledResult<T>;
/** Returns the result of a settled task; throws the error of a failed one. */
const cameOf = <T>(settled: Settled<T> | undefined): T => {
  if (settled?.status === 'fulfilled') return settled.value;
  throw settled?.reason;
};
const allThatCame = <T>(all: readonly Settled<T>[]): T[] =>
  all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
/** Runs the work for each element; a failure does not stop the others. */
const each = <T, R>(all: readonly T[], work: (one: T, i: number) => Promise<R>): Promise<Settled<R>[]> =>
  Promise.allSettled(all.map(work));

const madeOf = (
  { now }: Indexing,
  { recordId, number }: { recordId: string; number: number },
  { sources, document }: Derived,
): Made => ({
  note: () => ({ recordId, number, ...harvestState(sources, document) }),
  write: document
    ? { id: recordId, version: number, document }
    : { id: recordId, version: number, deletedAt: iso(now) },
});

/**
 * Rebuilds some records' writes for the index. First takes one number for all, then reads strongly, for all in the same few calls: a write
 * with a higher number has read at least as much. Returns one result for each, in order; never throws for a record.
 */
export const rebuildAll = async (indexing: Indexing, recordIds: readonly string[]): Promise<Rebuilt[]> => {
  if (recordIds.length === 0) return [];
  try {
    const { version: number, hasAuthorities, items } = await begun(indexing, recordIds);
    const records = await each(items, async (item) => item && readRecord(item));
    const sourcesOf = await readSourcesOf(indexing, allThatCame(records));
    const derived = await each(recordIds, async (recordId, i): Promise<Derived> => {
      const sources = await sourcesOf(cameOf(records[i]));
      return { sources, document: unionDocument(recordId, sources) };
    });
    const whole = await readBeside(indexing, allThatCame(derived), hasAuthorities);
    const made = await each(recordIds, async (recordId, i) => {
      const one = cameOf(derived[i]);
      return madeOf(indexing, { recordId, number }, { sources: one.sources, document: whole(one) });
    });
    return made.map((one, i) => {
      const recordId = recordIds[i] ?? '';
      return one.status === 'fulfilled' ? { recordId, ...one.value } : { recordId, error: one.reason };
    });
  } catch (error) {
    return recordIds.map((recordId) => ({ recordId, error }));
  }
};

/** Rebuilds one record's write for the index; see `rebuildAll`. Throws the error of the record. */
export const rebuild = async (indexing: Indexing, recordId: string): Promise<IndexWrite> => {
  const [rebuilt] = await rebuildAll(indexing, [recordId]);
  if (rebuilt === undefined || !('write' in rebuilt)) throw rebuilt?.error;
  return rebuilt.write;
};

/**
 * Notes which members the index now shows with a copy on the shelf, unless a later number noted or deleted it. Notes nothing for a record
 * without copies: its availability cannot change, and its first copy causes a rebuild.
 */
export const noteIndexed = async (table: Table, write: IndexWrite): Promise<void> => {
  if (!('document' in write) || write.document.copies === 0) return;
  const { id: recordId, version: number, document } = write;
  const set = { entity: 'recordDocument', schema: 1, recordId, number, availableAt: document.availableAt };
  await table.write([{ update: key('recordDocument', { recordId }), set, when: below('number', number + 1) }]);
};

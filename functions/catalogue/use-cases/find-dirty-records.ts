import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { causedBy, causedByAll } from '../../../layers/platform/runtime/meter.ts';
import { passes, reasonOf } from '../data/failures.ts';
import { itemsOfSource } from '../data/item-writes.ts';
import { key } from '../data/keys.ts';
import { readSource, type SourceRecord } from '../data/source-record.ts';
import { findRecord, readRecord } from '../data/union-record.ts';
import type { Touched } from '../domain/index/changes.ts';
import { memberOfSource } from '../domain/source-id.ts';
import { availableOf } from './read-union-sources.ts';

const own = z.object({ recordId: z.string() });
const noted = z.object({ availableAt: z.array(z.string()).nullable().optional() });

type Row = Record<string, unknown> | undefined;
type Found = { source: SourceRecord; recordId: string };
/** A source as read, and the row of the record of its own. */
type Beginning = { source: Row; record: Row };

/** Some sources, and the records of their own, read strongly, all at once. A load's items touch hundreds. */
const beginnings = async (table: Table, sourceIds: readonly string[]): Promise<Beginning[]> => {
  const sources = await table.getMany(
    sourceIds.map((sourceId) => key('source', { sourceId })),
    { strong: true },
  );
  const ids = sources.flatMap((source) => own.safeParse(source).data?.recordId ?? []);
  const records = await table.getMany(
    ids.map((recordId) => key('record', { recordId })),
    { strong: true },
  );
  const byId = new Map(ids.map((id, i) => [id, records[i]]));
  return sources.map((source) => ({ source, record: byId.get(own.safeParse(source).data?.recordId ?? '') }));
};

/** A source with the union record that it is in now; undefined when either is gone. */
const found = async (table: Table, { source: row, record }: Beginning): Promise<Found | undefined> => {
  if (!row) return undefined;
  const source = readSource(row);
  const home = record && readRecord(record);
  const recordId =
    home?.mergedInto === undefined
      ? home?.recordId
      : (await findRecord(table, home.mergedInto, { strong: true }))?.now.recordId;
  return recordId === undefined ? undefined : { source, recordId };
};

/**
 * Whether the index still shows what is so: it does when the member had another copy on the shelf before and after. Reads
 * what the index was told last; while that is not known, a rebuild is under way or due, and another is the safe answer.
 */
const isFlipped = async (table: Table, recordId: string, source: SourceRecord): Promise<boolean> => {
  const document = noted.parse((await table.get(key('recordDocument', { recordId }), { strong: true })) ?? {});
  if (!document.availableAt) return true;
  const { sourceId, hiddenFrom, hiddenHoldings } = source;
  const items = await itemsOfSource(table, sourceId, true);
  // What is hidden does not count in the index and would here: rather once too often.
  if (hiddenFrom.length > 0 || Object.keys(hiddenHoldings).length > 0) return true;
  if (items.some((item) => item.hiddenFrom.length > 0)) return true;
  const available = await availableOf(
    table,
    items.map(({ itemId }) => itemId),
  );
  return document.availableAt.includes(memberOfSource(sourceId)) !== available.size > 0;
};

/** What a change touched and whose act it was, where known. */
export type CausedTouch = Touched & { cause?: string | undefined };

/** Whose act made the work due, by id; the first of several, as their work is done once. */
type Cause = string | undefined;
export type Causes = ReadonlyMap<string, Cause>;

/** What is to be done: union records to rebuild, each once, and sources whose record could not be found out; whose act it was. */
export type Dirty = { records: string[]; unresolved: { sourceId: string; reason: string }[]; causes: Causes };

const named = (touched: readonly CausedTouch[]) => {
  const records = new Map<string, Cause>();
  const rebuilt = new Map<string, Cause>();
  const checked = new Map<string, Cause>();
  const first = (of: Map<string, Cause>, id: string, cause: Cause): void => void (of.has(id) || of.set(id, cause));
  for (const one of touched) {
    if ('check' in one) first(checked, one.check.sourceId, one.cause);
    else if ('recordId' in one.rebuild) first(records, one.rebuild.recordId, one.cause);
    else first(rebuilt, one.rebuild.sourceId, one.cause);
  }
  return { records, rebuilt, checked };
};

/** The record to rebuild for a source, when there is one. */
const recordOf = async (
  table: Table,
  { beginning, must }: { beginning: Beginning; must: boolean },
  known: Causes,
): Promise<string | undefined> => {
  const one = await found(table, beginning);
  if (!one || known.has(one.recordId)) return undefined;
  return must || (await isFlipped(table, one.recordId, one.source)) ? one.recordId : undefined;
};

/**
 * Which union records' documents are to be rebuilt. Takes what some changes touched. One source that cannot be read never
 * hides the others; a table that does not answer throws, as then nothing can be said of any.
 */
export const dirtyRecords = async (table: Table, touched: readonly CausedTouch[]): Promise<Dirty> => {
  const { records: causes, rebuilt, checked } = named(touched);
  const unresolved: { sourceId: string; reason: string }[] = [];
  const sure = [...rebuilt].map(([sourceId, cause]) => ({ sourceId, cause, must: true }));
  const maybe = [...checked]
    .filter(([sourceId]) => !rebuilt.has(sourceId))
    .map(([sourceId, cause]) => ({ sourceId, cause, must: false }));
  const records = [...causes.keys()];
  const due = [...sure, ...maybe];
  const read = await causedByAll(
    due.map(({ cause }) => cause),
    () =>
      beginnings(
        table,
        due.map(({ sourceId }) => sourceId),
      ),
  );
  for (const [i, one] of due.entries()) {
    const beginning = read[i] ?? { source: undefined, record: undefined };
    try {
      const recordId = await causedBy({ cause: one.cause }, () => recordOf(table, { ...one, beginning }, causes));
      if (recordId === undefined) continue;
      causes.set(recordId, one.cause);
      records.push(recordId);
    } catch (error) {
      if (passes(error)) throw error;
      logError('find the record of a source', error, { sourceId: one.sourceId });
      causes.set(one.sourceId, one.cause);
      unresolved.push({ sourceId: one.sourceId, reason: reasonOf(error) });
    }
  }
  return { records, unresolved, causes };
};

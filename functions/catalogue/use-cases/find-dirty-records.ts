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
/** A source as read, with the row of its own record. */
type Beginning = { source: Row; record: Row };

/** Returns some sources and their own records in one set of strongly consistent reads. A load's items touch hundreds. */
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

/** Returns a source with its current union record; undefined when either is gone. */
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
 * Returns whether the indexed availability is out of date. It is not when the member had another copy on the shelf before and after.
 * Compares with the last indexed state; while that is unknown, a rebuild is running or due, and another rebuild is safe.
 */
const isFlipped = async (table: Table, recordId: string, source: SourceRecord): Promise<boolean> => {
  const document = noted.parse((await table.get(key('recordDocument', { recordId }), { strong: true })) ?? {});
  if (!document.availableAt) return true;
  const { sourceId, hiddenFrom, hiddenHoldings } = source;
  const items = await itemsOfSource(table, sourceId, true);
  // The index does not count hidden copies and this comparison would, so rebuild to be safe.
  if (hiddenFrom.length > 0 || Object.keys(hiddenHoldings).length > 0) return true;
  if (items.some((item) => item.hiddenFrom.length > 0)) return true;
  const available = await availableOf(
    table,
    items.map(({ itemId }) => itemId),
  );
  return document.availableAt.includes(memberOfSource(sourceId)) !== available.size > 0;
};

/** The objects of a change, and the member that caused it, if known. */
export type CausedTouch = Touched & { cause?: string | undefined };

/** The member that caused the work, by id. The first of several counts, as their work is done once. */
type Cause = string | undefined;
export type Causes = ReadonlyMap<string, Cause>;

/** The work to do: union records to rebuild, each once, and sources whose record could not be resolved, with the members that caused it. */
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

/** Returns the record to rebuild for a source, if any. */
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
 * Returns the union records whose documents are out of date after some changes. A source that cannot be read does not affect the others;
 * when the table does not respond it throws, as none can be resolved.
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

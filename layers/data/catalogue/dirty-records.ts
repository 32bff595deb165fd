import * as z from 'zod';
import type { Touched } from '../../domain/catalogue/changes.ts';
import { memberOfSource } from '../../domain/catalogue/source-id.ts';
import { logError } from '../../runtime/log.ts';
import { key } from '../keys.ts';
import type { Table } from '../table.ts';
import { passes, reasonOf } from './failures.ts';
import { availableOf } from './indexing.ts';
import { itemsOfSource } from './item-plan.ts';
import { readSource, type SourceRecord } from './source-record.ts';
import { findRecord } from './union-record.ts';

const noted = z.object({ availableAt: z.array(z.string()).nullable().optional() });

type Found = { source: SourceRecord; recordId: string };

/** A source with the union record that it is in now; undefined when either is gone. Read strongly. */
const found = async (table: Table, sourceId: string): Promise<Found | undefined> => {
  const item = await table.get(key('source', { sourceId }), { strong: true });
  if (!item) return undefined;
  const source = readSource(item);
  const recordId = (await findRecord(table, source.recordId, { strong: true }))?.now.recordId;
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

/** What is to be done: union records to rebuild, each once, and sources whose record could not be found out. */
export type Dirty = { records: string[]; unresolved: { sourceId: string; reason: string }[] };

const named = (touched: readonly Touched[]) => ({
  records: new Set(
    touched.flatMap((one) => ('rebuild' in one && 'recordId' in one.rebuild ? [one.rebuild.recordId] : [])),
  ),
  rebuilt: new Set(
    touched.flatMap((one) => ('rebuild' in one && 'sourceId' in one.rebuild ? [one.rebuild.sourceId] : [])),
  ),
  checked: new Set(touched.flatMap((one) => ('check' in one ? [one.check.sourceId] : []))),
});

/**
 * Which union records' documents are to be rebuilt. Takes what some changes touched. One source that cannot be read never
 * hides the others; a table that does not answer throws, as then nothing can be said of any.
 */
export const dirtyRecords = async (table: Table, touched: readonly Touched[]): Promise<Dirty> => {
  const { records, rebuilt, checked } = named(touched);
  const unresolved: Dirty['unresolved'] = [];
  const sure = [...rebuilt].map((sourceId) => ({ sourceId, must: true }));
  const maybe = [...checked]
    .filter((sourceId) => !rebuilt.has(sourceId))
    .map((sourceId) => ({ sourceId, must: false }));
  for (const { sourceId, must } of [...sure, ...maybe]) {
    try {
      const one = await found(table, sourceId);
      if (!one || records.has(one.recordId)) continue;
      if (must || (await isFlipped(table, one.recordId, one.source))) records.add(one.recordId);
    } catch (error) {
      if (passes(error)) throw error;
      logError('find the record of a source', error, { sourceId });
      unresolved.push({ sourceId, reason: reasonOf(error) });
    }
  }
  return { records: [...records], unresolved };
};

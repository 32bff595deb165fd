import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { itemsOfSource } from '../data/item-writes.ts';
import { key } from '../data/keys.ts';
import type { LeadsOf } from '../data/leading-members.ts';
import { readSource, type SourceRecord } from '../data/source-record.ts';
import type { SourceStore } from '../data/source-store.ts';
import type { StoredItem } from '../domain/items/stored-item.ts';
import { isTemporarySource, memberOfSource } from '../domain/source-id.ts';
import type { SourceInUnion } from '../domain/union/union-document.ts';
import type { UnionRecord } from '../domain/union/union-state.ts';

/** The dependencies of reading source records and their copies. */
type SourceReader = { table: Table; sources: SourceStore; now: number };

const availableSchema = z.object({ itemId: z.string(), state: z.string() });

/** Returns the ids of the items that are on a shelf now. */
export const availableOf = async (table: Table, itemIds: readonly string[]): Promise<Set<string>> => {
  const rows = await table.getMany(
    itemIds.map((itemId) => itemsKeys.key('item', { itemId })),
    { strong: true },
  );
  const items = rows.flatMap((row) => (row ? [availableSchema.parse(row)] : []));
  return new Set(items.filter(({ state }) => state === 'available').map(({ itemId }) => itemId));
};

type SourceWithItems = { source: SourceRecord; items: StoredItem[] };

const withItems = async (
  table: Table,
  row: Record<string, unknown> | undefined,
): Promise<SourceWithItems | undefined> => {
  const source = row && readSource(row);
  return source && { source, items: source.bare ? [] : await itemsOfSource(table, source.sourceId, true) };
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
  ...(source.workDecision && { workDecision: source.workDecision }),
  copies: items.map(({ itemId, barcode, branchId, callNumber, location, copyNumber, volume, hiddenFrom }) => ({
    ...{ itemId, barcode, branchId, callNumber, location, copyNumber, volume, hiddenFrom },
    isAvailable: available.has(itemId),
  })),
});

const shownIn = (record: UnionRecord | undefined): string[] =>
  !record || record.mergedInto !== undefined ? [] : record.sources.filter((id) => !isTemporarySource(id));

/**
 * Reads the sources of some union records with their copies, strongly and from base partitions only: a few calls for all, and one more for
 * each source that has copies. Returns a function that gives the sources of one of these records, or throws the error of that record only.
 */
export const readSourcesOf = async (
  { table, sources, now }: SourceReader,
  records: readonly (UnionRecord | undefined)[],
): Promise<(record: UnionRecord | undefined) => Promise<SourceInUnion[]>> => {
  const ids = [...new Set(records.flatMap(shownIn))];
  const rows = await table.getMany(
    ids.map((sourceId) => key('source', { sourceId })),
    { strong: true },
  );
  const read = await Promise.allSettled(rows.map((row) => withItems(table, row)));
  const found = read.flatMap((one) => (one.status === 'fulfilled' ? (one.value ?? []) : []));
  const available = await availableOf(
    table,
    found.flatMap(({ items }) => items.map(({ itemId }) => itemId)),
  );
  const leads = await sources.leads(now);
  const byId = new Map(ids.map((id, i) => [id, read[i]]));
  return async (record) => {
    const its = shownIn(record).flatMap((id) => {
      const one = byId.get(id);
      if (one?.status === 'rejected') throw one.reason;
      return one?.value ?? [];
    });
    return Promise.all(its.map((one) => inUnion(sources, one, available, leads)));
  };
};

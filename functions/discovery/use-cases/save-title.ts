import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { SourceStore } from '../../catalogue/public/source-store.ts';
import { unionDescription } from '../../catalogue/public/union-description.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import type { PatronLists } from '../data/patron-lists.ts';
import { readVisibleRecord } from './read-visible-record.ts';

/**
 * Saves the record of an id that a patron may see in one of the patron's lists, under its current title. Returns the saved title, or why it
 * is not saved.
 */
export const saveRecord = async (
  { table, sources, lists }: { table: Table; sources: SourceStore; lists: PatronLists },
  {
    patronId,
    listId,
    recordId,
    note,
  }: { patronId: string; listId: string; recordId: string; note?: string | undefined },
  viewer: Viewer,
  now: number,
) => {
  const visible = await readVisibleRecord(table, sources, recordId, viewer, now);
  const described = visible && unionDescription(visible.sources);
  if (!visible || !described) return 'unknown-record';
  const union = await lists.unionOf(visible.recordId);
  const { title } = described.titles;
  const saved = { listId, recordId: union.recordId, title, addedAt: iso(now), ...(note !== undefined && { note }) };
  return lists.save(patronId, saved, union.recordIds);
};

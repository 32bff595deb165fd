import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { SourceStore } from '../data/source-store.ts';
import { recordView } from '../domain/views/record-view.ts';
import type { Viewer } from '../domain/visibility/visibility.ts';
import { readUnion } from './read-union.ts';

/**
 * Returns a union record as a viewer may see it at a time (epoch ms), with its id after a merge (`movedTo`). Undefined when there is none
 * for this viewer.
 */
export const showRecord = async (
  { table, sources }: { table: Table; sources: SourceStore },
  recordId: string,
  viewer: Viewer,
  now: number,
) => {
  const union = await readUnion(table, sources, recordId, now);
  const [rules, show] = await Promise.all([sources.rulesAt(now), sources.headingsAt(now)]);
  const view = union && recordView(union.recordId, union.sources, viewer, { rules, show });
  if (!view) return undefined;
  return union.recordId === recordId ? view : { ...view, recordId, movedTo: union.recordId };
};

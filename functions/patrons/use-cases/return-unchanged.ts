import { isDeepStrictEqual } from 'node:util';
import { absent, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import { rowRenamed } from '../domain/identity/merge.ts';
import type { MergeUndo, RowBefore, RowReturn } from './patron-data.ts';

/**
 * Returns what moves a row of the patron's own partition back, as it was; undefined when it changed or is gone since the merge. A row that
 * gave way to one of the survivor is written again.
 */
export const returnUnchanged = async (
  { table, from, to }: MergeUndo,
  { row, taken }: RowBefore,
): Promise<RowReturn | undefined> => {
  const put = row as Item;
  if (taken) return { writes: [{ put, when: absent() }] };
  const moved = rowRenamed(row, from, to);
  const place = { pk: String(moved.pk), sk: String(moved.sk) };
  const found = await table.get(place, { strong: true });
  if (!found || !isDeepStrictEqual(found, moved)) return undefined;
  const when = typeof found.v === 'number' ? unchanged(found.v) : present();
  return {
    writes: [
      { delete: place, when },
      { put, when: absent() },
    ],
  };
};

import { and, equals, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Key } from '../../../layers/platform/dynamodb/keys.ts';
import { END_OF_SCAN, resumableBatches } from '../../../layers/platform/dynamodb/scan-job.ts';
import type { ScanPage } from '../../../layers/platform/dynamodb/scan-table.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { addedUp, type ItemBatch, type ItemBatchLine, lineRow } from '../data/item-batch-store.ts';
import { key } from '../data/keys.ts';

const AT_ONCE = 90;

/** The lines that one page of the table scan adds to a batch; `keyOf` returns the row from which a line was read. */
type Found = { page: ScanPage; lines: readonly ItemBatchLine[]; keyOf: (line: ItemBatchLine) => Key; most?: number };

/**
 * Adds lines to a batch that is looking for its items or records. Lines and scan position are written together, so that an interrupted run
 * adds none twice. A batch with `most` lines takes no more and is marked. Returns the updated batch; undefined when another run wrote
 * first.
 */
export const addBatchLines = async (
  table: Table,
  batch: ItemBatch,
  { page, lines, keyOf, most = Number.POSITIVE_INFINITY }: Found,
): Promise<ItemBatch | undefined> => {
  const space = most - Object.values(batch.counts).reduce((sum, count) => sum + count, 0);
  const limited = lines.length > space ? { limited: true as const } : {};
  const parts = resumableBatches(page, lines.slice(0, space), AT_ONCE, keyOf);
  let now = batch;
  for (const { some, position: walk } of parts.length > 0
    ? parts
    : [{ some: [], position: page.next ?? END_OF_SCAN }]) {
    const counts = addedUp(now.counts, some);
    const set = { counts, walk, ...limited };
    const conflict = await table.write([
      { update: key('itemBatch', now), set, when: and(unchanged(now.v), equals('state', 'gathering')) },
      ...some.map((line) => ({ put: lineRow(batch, line) })),
    ]);
    if (conflict) return undefined;
    now = { ...now, ...set, v: now.v + 1 };
  }
  return now;
};

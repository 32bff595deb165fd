import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type SourceAct, sourceActSchema } from '../domain/history/source-act.ts';
import { key } from './keys.ts';

/** The fields of an act that are known before its changes: its id, when (ISO 8601 UTC), who and why. */
export type ActNote = { actId: string; at: string; by: string; reason: string };

/** Returns the write of an act, in the same transaction as its changes. */
export const actWrite = (act: SourceAct): Write => ({
  put: { ...act, ...key('sourceAct', act), ...stamp('sourceAct', 1) },
  when: absent(),
});

const partitionOf = (sourceId: string): string => key('sourceAct', { sourceId, actId: '-' }).pk;

/** Acts read at once: nearly every record has fewer. */
const PAGE = 500;

/**
 * Yields the acts on a source record and its copies, the newest first, in pages up to a limit; `more`: there are older ones. A page is read
 * on request.
 */
export async function* actPages(
  table: Table,
  sourceId: string,
  most: number,
): AsyncGenerator<{ acts: SourceAct[]; more: boolean }> {
  const partition = partitionOf(sourceId);
  let after: Record<string, unknown> | undefined;
  for (let left = most; left > 0; ) {
    const limit = Math.min(PAGE, left);
    const page = await table.query({ partition, backwards: true, limit, strong: true, ...(after && { after }) });
    left -= page.items.length;
    after = page.next;
    yield { acts: page.items.map((row) => sourceActSchema.parse(row)), more: after !== undefined };
    if (after === undefined) return;
  }
}

/** Returns all acts on a source record and its copies, the newest first. */
export const allActsOf = async (table: Table, sourceId: string): Promise<SourceAct[]> => {
  const rows = await table.queryAll({ partition: partitionOf(sourceId), strong: true });
  return rows.map((row) => sourceActSchema.parse(row)).reverse();
};

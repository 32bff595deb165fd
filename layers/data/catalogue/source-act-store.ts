import { type SourceAct, sourceActSchema } from '../../domain/catalogue/source-act.ts';
import { absent } from '../condition.ts';
import { key } from '../keys.ts';
import { stamp, type Table } from '../table.ts';
import type { Write } from '../write.ts';

/** What of an act is said before it is known what it changes: its id, when (ISO 8601 UTC), who and why. */
export type ActNote = { actId: string; at: string; by: string; reason: string };

/** The write of an act, for the transaction of what it did: neither stands without the other. */
export const actWrite = (act: SourceAct): Write => ({
  put: { ...act, ...key('sourceAct', act), ...stamp('sourceAct', 1) },
  when: absent(),
});

const partitionOf = (sourceId: string): string => key('sourceAct', { sourceId, actId: '-' }).pk;

/** The acts on a source record and its copies, the newest first, so many at the most. */
export const actsOf = async (table: Table, sourceId: string, limit: number): Promise<SourceAct[]> => {
  const { items } = await table.query({ partition: partitionOf(sourceId), backwards: true, limit, strong: true });
  return items.map((row) => sourceActSchema.parse(row));
};

/** All acts on a source record and its copies, the newest first. */
export const allActsOf = async (table: Table, sourceId: string): Promise<SourceAct[]> => {
  const rows = await table.queryAll({ partition: partitionOf(sourceId), strong: true });
  return rows.map((row) => sourceActSchema.parse(row)).reverse();
};

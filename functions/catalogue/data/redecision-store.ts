import * as z from 'zod';
import { expectedVersion, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { scanPositionSchema } from '../../../layers/platform/dynamodb/scan-table.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key } from './keys.ts';

const effects = z.object({ joined: z.number(), parted: z.number(), asked: z.number() });

const stored = z.object({
  v: z.number(),
  /** The version of the policy `matching` by which the stored records are decided again. */
  version: z.number(),
  state: z.enum(['running', 'done']),
  startedAt: z.string(),
  finishedAt: z.string().exactOptional(),
  /** The source records decided again so far, and those left as they were because their titles have too many records. */
  records: z.number(),
  left: z.number(),
  members: z.record(z.string(), effects),
  /** The position of the table scan; absent at its beginning. */
  walk: scanPositionSchema.exactOptional(),
  /** A change of the union whose copies and holds may not have followed yet. */
  pending: z
    .object({ before: z.array(z.string()), moves: z.array(z.object({ sourceId: z.string(), recordId: z.string() })) })
    .exactOptional(),
  /** No other run takes over before this time (ISO 8601). */
  leasedUntil: z.string().exactOptional(),
});

/** How far the stored records are decided again by new match rules. */
export type Redecision = z.infer<typeof stored>;

/** What was changed for the source records of a member: with how many others became or ceased to be one title, or a person is asked. */
export type RedecisionEffects = z.infer<typeof effects>;

/** Returns the current or last run; undefined when there was none. */
export const readRedecision = async (table: Table): Promise<Redecision | undefined> => {
  const row = await table.get(key('redecision', {}), { strong: true });
  return row && stored.parse(row);
};

/** Returns the write that replaces the row of the run, on condition that no other run wrote since. */
export const redecisionWrite = ({ v, ...run }: Redecision): Write => ({
  put: { ...key('redecision', {}), ...run, ...stamp('redecision', v + 1) },
  when: v === 0 ? expectedVersion(0) : unchanged(v),
});

import * as z from 'zod';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { key, sortPrefix } from './keys.ts';

/** What is counted of digital lending. */
export const usesCounted = ['loans', 'holds', 'returns'] as const;
type Counted = (typeof usesCounted)[number];

const count = z.number().default(0);
const stored = z.object({
  memberId: z.string(),
  month: z.string(),
  collectionId: z.string(),
  ...{ loans: count, holds: count, returns: count },
});

/** The counts of a member's month in a collection, without patrons. */
export type DigitalUse = z.infer<typeof stored>;

/** Stores how often members' patrons borrowed. */
export type UseStore = {
  count(use: Pick<DigitalUse, 'memberId' | 'month' | 'collectionId'>, what: Counted): Promise<void>;
  /** Returns the counts of a member since a month, the first month first. */
  since(memberId: string, month: string): Promise<DigitalUse[]>;
};

/** The counts in the table. */
export const useStore = (table: Table): UseStore => ({
  count: async (use, what) => {
    await table.raise(key('digitalUse', use), what, 1, { entity: 'digitalUse', schema: 1, ...use });
  },
  since: async (memberId, month) => {
    const { pk: partition } = key('digitalUse', { memberId, month: '-', collectionId: '-' });
    const begins = sortPrefix('digitalUse');
    const rows = await table.queryAll({ partition, between: [`${begins}${month}`, `${begins}9`] });
    return rows.map((row) => stored.parse(row));
  },
});

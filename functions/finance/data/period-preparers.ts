import * as z from 'zod';
import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key, sortPrefix } from './keys.ts';

/**
 * Returns the write that records an actor as a preparer of a month, permanently: part of every act that affects statements, even one
 * that leaves nothing else behind.
 */
export const preparerWrite = (month: string, by: string): Write => ({
  put: { ...key('periodPreparer', { month, by }), ...stamp('periodPreparer', 1), by },
});

/** Returns the check that an actor is not a preparer of a month: part of its approval. */
export const whileNoPreparer = (month: string, by: string): Write => ({
  check: key('periodPreparer', { month, by }),
  when: absent(),
});

/** Returns the preparers of a month besides those of its steps: actors' names. A strong read. */
export const preparersOf = async (table: Table, month: string): Promise<string[]> => {
  const { pk: partition } = key('periodPreparer', { month, by: 'any' });
  const items = await table.queryAll({ partition, begins: sortPrefix('periodPreparer'), strong: true });
  return items.map((item) => z.object({ by: z.string() }).parse(item).by);
};

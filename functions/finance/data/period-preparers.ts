import * as z from 'zod';
import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key, sortPrefix } from './keys.ts';

/**
 * The write that keeps that somebody (an actor's name) had a part in preparing a month, whatever becomes of that part: it goes
 * with every act that statements are made of, also with one that leaves nothing else behind.
 */
export const preparerWrite = (month: string, by: string): Write => ({
  put: { ...key('periodPreparer', { month, by }), ...stamp('periodPreparer', 1), by },
});

/** The check that somebody had no part in preparing a month: goes with its approval. */
export const whileNoPreparer = (month: string, by: string): Write => ({
  check: key('periodPreparer', { month, by }),
  when: absent(),
});

/** Who had a part in preparing a month beside its steps: actors' names. Read strongly. */
export const preparersOf = async (table: Table, month: string): Promise<string[]> => {
  const { pk: partition } = key('periodPreparer', { month, by: 'any' });
  const items = await table.queryAll({ partition, begins: sortPrefix('periodPreparer'), strong: true });
  return items.map((item) => z.object({ by: z.string() }).parse(item).by);
};

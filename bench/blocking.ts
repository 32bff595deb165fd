import { blockingKeys } from '../layers/domain/matching/blocking-keys.ts';
import type { Known } from './matching-data.ts';

/** Two records that share a blocking key. */
export type Candidate = { a: Known; b: Known };

/** The records under each blocking key. */
export const blocksOf = (records: readonly Known[]): Map<string, Known[]> => {
  const blocks = new Map<string, Known[]>();
  for (const one of records) {
    for (const key of blockingKeys(one.features)) {
      const block = blocks.get(key);
      if (block) block.push(one);
      else blocks.set(key, [one]);
    }
  }
  return blocks;
};

/** Every pair of records that shares a blocking key, once. */
export const candidatesOf = (records: readonly Known[]): Candidate[] => {
  const found = new Map<string, Candidate>();
  for (const block of blocksOf(records).values())
    for (const [i, a] of block.entries())
      for (const b of block.slice(i + 1)) found.set([a.id, b.id].sort().join('|'), { a, b });
  return [...found.values()];
};

/** Whether two records share a blocking key. */
export const shareKey = (a: Known, b: Known): boolean => {
  const keys = new Set(blockingKeys(a.features));
  return blockingKeys(b.features).some((key) => keys.has(key));
};

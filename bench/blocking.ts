import { blockingKeys } from '../functions/catalogue/domain/matching/blocking-keys.ts';
import type { MatchFeatures } from '../functions/catalogue/domain/matching/features.ts';

/** The fields of a record that blocking needs. */
type Blocked = { id: string; features: MatchFeatures };

/** Two records that share a blocking key. */
export type Candidate<R extends Blocked> = { a: R; b: R };

/** Returns the records under each blocking key. */
export const blocksOf = <R extends Blocked>(records: readonly R[]): Map<string, R[]> => {
  const blocks = new Map<string, R[]>();
  for (const one of records) {
    for (const key of blockingKeys(one.features)) {
      const block = blocks.get(key);
      if (block) block.push(one);
      else blocks.set(key, [one]);
    }
  }
  return blocks;
};

/** Yields every pair of records that shares a blocking key, once. */
export const candidatesOf = <R extends Blocked>(records: readonly R[]): Candidate<R>[] => {
  const found = new Map<string, Candidate<R>>();
  for (const block of blocksOf(records).values())
    for (const [i, a] of block.entries())
      for (const b of block.slice(i + 1)) found.set([a.id, b.id].sort().join('|'), { a, b });
  return [...found.values()];
};

/** Returns whether two records share a blocking key. */
export const shareKey = (a: Blocked, b: Blocked): boolean => {
  const keys = new Set(blockingKeys(a.features));
  return blockingKeys(b.features).some((key) => keys.has(key));
};

import { blockingKeys } from './blocking-keys.ts';
import type { MatchFeatures } from './features.ts';
import { isSame } from './same-manifestation.ts';

/** A record to cluster: a unique id and its features. */
export type ClusterInput = { id: string; features: MatchFeatures };

/** A decision on two records by their features alone; must be symmetric. */
export type SamePair = (a: MatchFeatures, b: MatchFeatures) => boolean;

const blocksOf = (records: readonly ClusterInput[]): Map<string, number[]> => {
  const blocks = new Map<string, number[]>();
  for (const [index, { features }] of records.entries()) {
    for (const key of blockingKeys(features)) {
      const block = blocks.get(key);
      if (block) block.push(index);
      else blocks.set(key, [index]);
    }
  }
  return blocks;
};

/** Returns a union-find structure over indexes. */
const partition = (size: number) => {
  const parents = Array.from({ length: size }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[index] = root;
    return root;
  };
  const join = (a: number, b: number): void => {
    parents[rootOf(b)] = rootOf(a);
  };
  return { rootOf, join };
};

/**
 * Returns the clusters of a set of records, each a sorted list of ids, sorted by their first: the connected components of the graph that
 * joins two records when they share a blocking key and match. An edge depends on its two ends only, so the order of arrival does not
 * matter, and loading one by one (join every cluster with a match) gives the same partition. `same` is `isSame` except in measurements.
 */
export const clusterAll = (records: readonly ClusterInput[], same: SamePair = isSame): string[][] => {
  const { rootOf, join } = partition(records.length);
  for (const block of blocksOf(records).values()) {
    for (const [position, one] of block.entries()) {
      for (const two of block.slice(position + 1)) {
        const [a, b] = [records[one], records[two]];
        if (a && b && rootOf(one) !== rootOf(two) && same(a.features, b.features)) join(one, two);
      }
    }
  }
  const clusters = new Map<number, string[]>();
  for (const [index, { id }] of records.entries()) {
    const root = rootOf(index);
    clusters.set(root, [...(clusters.get(root) ?? []), id]);
  }
  return [...clusters.values()].map((ids) => ids.sort()).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
};

import path from 'node:path';
import { candidatesOf, shareKey } from '../../../bench/blocking.ts';
import { type Known, matchingData } from '../../../bench/matching-data.ts';
import { describeWithRealData } from '../../../test/builders/real-data.ts';
import { clusterAll } from './cluster.ts';
import { isSame } from './same-manifestation.ts';

const pairsIn = (size: number): number => (size * (size - 1)) / 2;

const countsOf = (names: readonly string[]): number[] => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.values()];
};

const allPairs = (sizes: readonly number[]): number => sizes.map(pairsIn).reduce((sum, one) => sum + one, 0);

describeWithRealData('duplicate detection on labelled records that training has not seen', (folder) => {
  const { members, clusterOf, pairs, heldOut, foldOf } = matchingData(path.join(folder, 'marc'));
  const unseen = pairs.filter(({ a }) => heldOut(a));
  const merged = (some: typeof pairs) => some.filter(({ a, b }) => isSame(a.features, b.features)).length;
  // Whole clusters of the truth: a fold never parts records that belong together.
  const sample: Known[] = members.filter((one) => heldOut(one) && foldOf(one) < 2);
  const clusterName = (id: string): string => clusterOf.get(id) ?? id;

  it('tells the HathiTrust pairs better than 0.995 precision and 0.73 recall', () => {
    const labelled = unseen.filter(({ basis }) => basis.startsWith('hathitrust-cid-label'));
    const [same, different] = [labelled.filter((pair) => pair.same), labelled.filter((pair) => !pair.same)];
    expect(labelled.length).toBeGreaterThan(3_000);
    expect(merged(same) / (merged(same) + merged(different))).toBeGreaterThan(0.995);
    expect(merged(same) / same.length).toBeGreaterThan(0.96);
  });

  it('merges hardly any of the hard ones, and finds the others', () => {
    const rest = unseen.filter(({ basis }) => !basis.startsWith('hathitrust-cid-label'));
    const [same, different] = [rest.filter((pair) => pair.same), rest.filter((pair) => !pair.same)];
    expect(different.length).toBeGreaterThan(400);
    // RecordManager's rules merge a tenth of such pairs (213 of 2,065); bench/matching.ts prints the count by kind.
    expect(merged(different) / different.length).toBeLessThan(0.02);
    expect(merged(same) / same.length).toBeGreaterThan(0.95);
  });

  it('makes a union of five members’ files at more than 0.984 precision and 0.968 recall', () => {
    const clusters = clusterAll(sample);
    const right = allPairs(clusters.flatMap((ids) => countsOf(ids.map(clusterName))));
    expect(sample.length).toBeGreaterThan(2_000);
    expect(right / allPairs(clusters.map((ids) => ids.length))).toBeGreaterThan(0.984);
    expect(right / allPairs(countsOf(sample.map(({ id }) => clusterName(id))))).toBeGreaterThan(0.968);
  });

  it('comes to the same union whichever member loads first', () => {
    expect(clusterAll([...sample].reverse())).toEqual(clusterAll(sample));
  });

  it('compares few records and misses few duplicates by its keys', () => {
    const same = unseen.filter((pair) => pair.same);
    expect(same.filter(({ a, b }) => shareKey(a, b)).length / same.length).toBeGreaterThan(0.99);
    expect(candidatesOf(sample).length).toBeLessThan(sample.length);
  });
});

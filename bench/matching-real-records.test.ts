import path from 'node:path';
import { clusterAll } from '../functions/catalogue/domain/matching/cluster.ts';
import { isSame } from '../functions/catalogue/domain/matching/same-manifestation.ts';
import { describeWithRealData } from '../test/builders/real-data.ts';
import { candidatesOf, shareKey } from './blocking.ts';
import { foldOf, type Known, matchingData } from './matching-data.ts';
import { isLabelled, mergedOf, scoresOf, unionOf } from './matching-scores.ts';

// The shipped model was trained on all of these: figures for records not seen in training come from cross-validation (npm run bench
// matching). This tests that the shipped model behaves as trained.
describeWithRealData('duplicate detection on labelled records', (folder) => {
  const data = matchingData(path.join(folder, 'marc'));
  // Whole groups: a fold never separates records that belong together.
  const isIn = (one: Known): boolean => foldOf(data.groupOf(one), 5) === 0;
  const members = data.members.filter(isIn);
  const pairs = data.pairs.filter(({ a }) => isIn(a));
  const hard = pairs.filter((pair) => !pair.same && !isLabelled(pair));

  it('classifies the HathiTrust pairs better than the published neural model (0.985)', () => {
    const scores = scoresOf(pairs.filter(isLabelled), isSame);
    expect(scores.pairs).toBeGreaterThan(1_000);
    expect(scores.accuracy).toBeGreaterThan(0.985);
    expect(scores.precision).toBeGreaterThan(0.995);
    expect(scores.recall).toBeGreaterThan(0.95);
  });

  it('merges hardly any of the hard pairs', () => {
    expect(hard.length).toBeGreaterThan(150);
    expect(mergedOf(hard, isSame).merged / hard.length).toBeLessThanOrEqual(0.01);
  });

  it('builds a union of five members’ files at 0.99 precision and 0.97 recall', () => {
    const union = unionOf(members, data.clusterOf);
    expect(members.length).toBeGreaterThan(2_000);
    expect(union.pairPrecision).toBeGreaterThan(0.99);
    expect(union.pairRecall).toBeGreaterThan(0.97);
  });

  it('builds the same union in any order of members', () => {
    expect(clusterAll([...members].reverse())).toEqual(clusterAll(members));
  });

  it('compares few records and misses few duplicates by its keys', () => {
    const same = pairs.filter((pair) => pair.same);
    expect(same.filter(({ a, b }) => shareKey(a, b)).length / same.length).toBeGreaterThan(0.99);
    expect(candidatesOf(members).length).toBeLessThan(members.length);
  });
});

import path from 'node:path';
import { clusterAll } from '../functions/catalogue/domain/matching/cluster.ts';
import { isSame } from '../functions/catalogue/domain/matching/same-manifestation.ts';
import { describeWithRealData } from '../test/builders/real-data.ts';
import { candidatesOf, shareKey } from './blocking.ts';
import { divided, matchingData } from './matching-data.ts';
import { isLabelled, mergedOf, scoresOf, unionOf } from './matching-scores.ts';

// The part that nothing was trained on. A pair that is left to a person counts as not merged: co-editions, reissues, and microforms in
// 245 $h that the labels call the same are left or separated on purpose, so that accuracy is lower than the goal.
describeWithRealData('duplicate detection on labelled records', (folder) => {
  const data = divided(matchingData(path.join(folder, 'marc'))).unseen;
  const { members, pairs } = data;
  const hard = pairs.filter((pair) => !pair.same && !isLabelled(pair));

  it('classifies HathiTrust pairs that it was not trained on', () => {
    const scores = scoresOf(pairs.filter(isLabelled), isSame);
    expect(scores.pairs).toBeGreaterThan(1_000);
    expect(scores.accuracy).toBeGreaterThan(0.975);
    expect(scores.precision).toBeGreaterThan(0.995);
    expect(scores.recall).toBeGreaterThan(0.95);
  });

  it('merges hardly any of the hard pairs', () => {
    expect(hard.length).toBeGreaterThan(150);
    expect(mergedOf(hard, isSame).merged / hard.length).toBeLessThanOrEqual(0.012);
  });

  it('builds a union of five members’ files at 0.99 precision and 0.95 recall', () => {
    const union = unionOf(members, data.clusterOf);
    expect(members.length).toBeGreaterThan(2_000);
    expect(union.pairPrecision).toBeGreaterThan(0.99);
    expect(union.pairRecall).toBeGreaterThan(0.95);
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

import path from 'node:path';
import { matchFeatures } from '../functions/catalogue/domain/matching/features.ts';
import { model } from '../functions/catalogue/domain/matching/model.generated.ts';
import { decide, isSame, likelihood } from '../functions/catalogue/domain/matching/same-manifestation.ts';
import { realData } from '../test/builders/real-data.ts';
import { blocksOf, candidatesOf, shareKey } from './blocking.ts';
import { type Part, partOf } from './cross-validate.ts';
import { divided, type Known, type MatchingData, matchingData, recordsOf } from './matching-data.ts';
import { partRow } from './matching-rows.ts';
import { type Merged, mergedByBasis, type Scores, scoresOf, share } from './matching-scores.ts';
import { printNearest } from './nearest-merges.ts';

/** All figures of duplicate detection: shares are 0 to 1, speeds a second, sizes in bytes. */
type MatchingFigures = {
  missingPairs: number;
  blocking: { recall: number; recallOfLabelled: number; candidates: number; largest: [string, number][] };
  speed: { features: number; decisions: number };
  bytes: { median: number; p90: number; p99: number; max: number };
  /** The shipped model on the part of the data that nothing was trained on. `pairs`: of every basis. */
  unseen: Part & { pairs: Scores; byBasis: Record<string, Merged> };
};

const everyone = (data: MatchingData): Known[] => [
  ...data.members,
  ...new Set(data.pairs.flatMap(({ a, b }) => [a, b])),
];

const largestBlocks = (records: readonly Known[]): [string, number][] =>
  [...blocksOf(records)]
    .map(([key, block]): [string, number] => [key, block.length])
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5);

const truePairs = (data: MatchingData): [Known, Known][] => {
  const byCluster = Map.groupBy(data.members, (one) => data.clusterOf.get(one.id) ?? one.id);
  return [...byCluster.values()].flatMap((all) =>
    all.flatMap((a, i) => all.slice(i + 1).map((b): [Known, Known] => [a, b])),
  );
};

const blockingOf = (data: MatchingData): MatchingFigures['blocking'] => {
  const [union, same] = [truePairs(data), data.pairs.filter((pair) => pair.same)];
  return {
    recall: share(union.filter(([a, b]) => shareKey(a, b)).length, union.length),
    recallOfLabelled: share(same.filter(({ a, b }) => shareKey(a, b)).length, same.length),
    candidates: candidatesOf(data.members).length,
    largest: largestBlocks(everyone(data)),
  };
};

const perSecond = (count: number, work: () => void): number => {
  const start = performance.now();
  work();
  return Math.round((count / (performance.now() - start)) * 1000);
};

const speedOf = (folder: string, data: MatchingData): MatchingFigures['speed'] => {
  const records = recordsOf(path.join(folder, 'members', 'lib1.mrc'));
  const pairs = data.pairs.slice(0, 4000);
  return {
    features: perSecond(records.length, () => records.forEach((record) => void matchFeatures(record))),
    decisions: perSecond(pairs.length, () => pairs.forEach(({ a, b }) => void decide(a.features, b.features))),
  };
};

const bytesOf = (data: MatchingData): MatchingFigures['bytes'] => {
  const sizes = everyone(data)
    .map(({ features }) => Buffer.byteLength(JSON.stringify(features)))
    .sort((a, b) => a - b);
  const at = (part: number): number => sizes[Math.floor((sizes.length - 1) * part)] ?? 0;
  return { median: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
};

const measureMatching = (root: string): MatchingFigures => {
  const folder = path.join(root, 'marc');
  const data = matchingData(folder);
  const { unseen } = divided(data);
  return {
    missingPairs: data.missing,
    blocking: blockingOf(data),
    speed: speedOf(folder, data),
    bytes: bytesOf(data),
    unseen: {
      ...partOf(unseen, likelihood, model.sameFrom, () => true),
      pairs: scoresOf(unseen.pairs, isSame),
      byBasis: mergedByBasis(unseen.pairs, isSame),
    },
  };
};

if (import.meta.main) {
  const root = realData();
  if (root === undefined) {
    console.log('skipped: no labelled records beside the project');
    if (process.argv.includes('--json'))
      console.log(JSON.stringify({ skipped: 'no labelled records beside the project' }));
  } else {
    const figures = measureMatching(root);
    const { pairs, byBasis, ...part } = figures.unseen;
    console.table({ unseen: { 'all pairs P': pairs.precision, 'all pairs R': pairs.recall, ...partRow(part) } });
    console.table(byBasis);
    if (process.argv.includes('--nearest')) printNearest(divided(matchingData(path.join(root, 'marc'))).unseen);
    console.table({ blocking: { ...figures.blocking, largest: figures.blocking.largest[0]?.[1] } });
    console.table({ speed: figures.speed, bytes: figures.bytes });
    if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
  }
}

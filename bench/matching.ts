import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { clusterAll, type SamePair } from '../layers/domain/matching/cluster.ts';
import { matchFeatures } from '../layers/domain/matching/features.ts';
import { model } from '../layers/domain/matching/model.ts';
import { decide, isSame } from '../layers/domain/matching/same-manifestation.ts';
import { realData } from '../test/builders/real-data.ts';
import { blocksOf, candidatesOf, shareKey } from './blocking.ts';
import { type Known, type LabelledPair, type MatchingData, matchingData, recordsOf } from './matching-data.ts';
import { examplesOf, sameBy, trainOn } from './matching-examples.ts';

type Scores = { pairs: number; precision: number; recall: number; accuracy: number; wrongMerges: number };
type Merged = { pairs: number; merged: number };
type Union = { records: number; clusters: number; perfect: number; largest: number; precision: number; recall: number };

/** The figures of one half of the data, or of all of it. */
export type Part = { hathitrust: Scores; hard: Merged; others: Merged; byBasis: Record<string, Merged>; union: Union };

/** All figures of duplicate detection: shares are 0 to 1, speeds a second, sizes in bytes. */
export type MatchingFigures = {
  missingPairs: number;
  blocking: {
    recall: number;
    recallOfLabelled: number;
    candidates: number;
    largest: [string, number][];
    largestOfAll: [string, number][];
  };
  speed: { features: number; decisions: number };
  bytes: { median: number; p90: number; p99: number; max: number };
  train: Part;
  /** The training half judged by a model trained on the other half at the same threshold: beside `heldOut`, the second unseen half. */
  swapped: Part;
  heldOut: Part;
  all: Part;
};

const share = (part: number, whole: number): number => (whole === 0 ? 1 : Number((part / whole).toFixed(4)));

const isLabelled = ({ basis }: LabelledPair): boolean => basis.startsWith('hathitrust-cid-label');

const scoresOf = (pairs: readonly LabelledPair[], same: SamePair): Scores => {
  const judged = pairs.map((pair) => ({ same: pair.same, said: same(pair.a.features, pair.b.features) }));
  const count = (labelled: boolean, said: boolean): number =>
    judged.filter((one) => one.same === labelled && one.said === said).length;
  const [right, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
  return {
    pairs: pairs.length,
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
    accuracy: share(pairs.length - wrong - missed, pairs.length),
    wrongMerges: wrong,
  };
};

const mergedOf = (pairs: readonly LabelledPair[], same: SamePair): Merged => ({
  pairs: pairs.length,
  merged: pairs.filter(({ a, b }) => same(a.features, b.features)).length,
});

const pairsIn = (size: number): number => (size * (size - 1)) / 2;

const sizesBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> => {
  const sizes = new Map<string, number>();
  for (const item of items) sizes.set(keyOf(item), (sizes.get(keyOf(item)) ?? 0) + 1);
  return sizes;
};

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);

const unionOf = (records: readonly Known[], truthOf: (id: string) => string, same: SamePair): Union => {
  const clusters = clusterAll(records, same);
  const truth = sizesBy(records, (one) => truthOf(one.id));
  const right = sum(clusters.flatMap((ids) => [...sizesBy(ids, truthOf).values()].map(pairsIn)));
  return {
    records: records.length,
    clusters: clusters.length,
    perfect: truth.size,
    largest: Math.max(0, ...clusters.map((ids) => ids.length)),
    precision: share(right, sum(clusters.map((ids) => pairsIn(ids.length)))),
    recall: share(right, sum([...truth.values()].map(pairsIn))),
  };
};

const partOf = (data: MatchingData, holds: (one: Known) => boolean, same: SamePair = isSame): Part => {
  const pairs = data.pairs.filter(({ a }) => holds(a));
  const rest = pairs.filter((pair) => !isLabelled(pair));
  const bases = [...new Set(rest.map((pair) => `${pair.same ? 'same' : 'different'}: ${pair.basis}`))].sort();
  return {
    hathitrust: scoresOf(pairs.filter(isLabelled), same),
    hard: mergedOf(
      rest.filter((pair) => !pair.same),
      same,
    ),
    others: mergedOf(
      rest.filter((pair) => pair.same),
      same,
    ),
    byBasis: Object.fromEntries(
      bases.map((name) => [
        name,
        mergedOf(
          rest.filter((pair) => `${pair.same ? 'same' : 'different'}: ${pair.basis}` === name),
          same,
        ),
      ]),
    ),
    union: unionOf(data.members.filter(holds), (id) => data.clusterOf.get(id) ?? id, same),
  };
};

const largestBlocks = (records: readonly Known[]): [string, number][] =>
  [...blocksOf(records)]
    .map(([key, block]): [string, number] => [key, block.length])
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5);

const blockingOf = (data: MatchingData): MatchingFigures['blocking'] => {
  const byCluster = new Map<string, Known[]>();
  for (const one of data.members) {
    const cluster = data.clusterOf.get(one.id) ?? one.id;
    byCluster.set(cluster, [...(byCluster.get(cluster) ?? []), one]);
  }
  const truePairs = [...byCluster.values()].flatMap((all) =>
    all.flatMap((a, i) => all.slice(i + 1).map((b): [Known, Known] => [a, b])),
  );
  const same = data.pairs.filter((pair) => pair.same);
  return {
    recall: share(truePairs.filter(([a, b]) => shareKey(a, b)).length, truePairs.length),
    recallOfLabelled: share(same.filter(({ a, b }) => shareKey(a, b)).length, same.length),
    candidates: candidatesOf(data.members).length,
    largest: largestBlocks(data.members),
    largestOfAll: largestBlocks([...data.members, ...new Set(data.pairs.flatMap(({ a, b }) => [a, b]))]),
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
  const sizes = [...data.members, ...new Set(data.pairs.flatMap(({ a, b }) => [a, b]))]
    .map(({ features }) => Buffer.byteLength(JSON.stringify(features)))
    .sort((a, b) => a - b);
  const at = (part: number): number => sizes[Math.floor((sizes.length - 1) * part)] ?? 0;
  return { median: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) };
};

/** Measures duplicate detection on the labelled data; undefined where there is none. */
export const measureMatching = (): MatchingFigures | undefined => {
  const root = realData();
  if (root === undefined) return undefined;
  const folder = path.join(root, 'marc');
  const data = matchingData(folder);
  return {
    missingPairs: data.missing,
    blocking: blockingOf(data),
    speed: speedOf(folder, data),
    bytes: bytesOf(data),
    train: partOf(data, (one) => !data.heldOut(one)),
    swapped: partOf(
      data,
      (one) => !data.heldOut(one),
      sameBy(trainOn(examplesOf(data, data.heldOut)), model.threshold),
    ),
    heldOut: partOf(data, data.heldOut),
    all: partOf(data, () => true),
  };
};

const rowsOf = (figures: MatchingFigures): Record<string, Record<string, number | string>> => {
  const of = ({ hathitrust, hard, others, union }: Part) => ({
    'HathiTrust P': hathitrust.precision,
    R: hathitrust.recall,
    accuracy: hathitrust.accuracy,
    'hard merged': `${hard.merged}/${hard.pairs}`,
    'others found': `${others.merged}/${others.pairs}`,
    'union P': union.precision,
    'union R': union.recall,
    clusters: `${union.clusters}/${union.perfect}`,
  });
  return {
    'train (seen)': of(figures.train),
    'held out (unseen)': of(figures.heldOut),
    'halves swapped (unseen)': of(figures.swapped),
    'all (half of it seen)': of(figures.all),
  };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const figures = measureMatching();
  if (figures === undefined) {
    console.log('skipped: no labelled records beside the project');
    if (process.argv.includes('--json'))
      console.log(JSON.stringify({ skipped: 'no labelled records beside the project' }));
  } else {
    console.table(rowsOf(figures));
    console.table(figures.heldOut.byBasis);
    console.table({
      blocking: {
        recall: figures.blocking.recall,
        candidates: figures.blocking.candidates,
        'largest block': figures.blocking.largest[0]?.[1],
      },
    });
    console.table({ speed: figures.speed, bytes: figures.bytes });
    if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
  }
}

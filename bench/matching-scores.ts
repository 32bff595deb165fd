import { clusterAll, type SamePair } from '../functions/catalogue/domain/matching/cluster.ts';
import type { Known, LabelledPair, Members } from './matching-data.ts';

/** The scores of a decision on labelled pairs: shares are 0 to 1. */
export type Scores = { pairs: number; precision: number; recall: number; accuracy: number; wrongMerges: number };

/** How many of how many pairs were merged. */
export type Merged = { pairs: number; merged: number };

/** The comparison of a union with the perfect one. */
export type Union = {
  records: number;
  titles: number;
  perfectTitles: number;
  largest: number;
  pairPrecision: number;
  pairRecall: number;
};

/** Returns a share of a whole, to 4 digits; 1 if the whole is 0. */
export const share = (part: number, whole: number): number => (whole === 0 ? 1 : Number((part / whole).toFixed(4)));

/** Returns whether a pair is one of HathiTrust's own labels, mostly easy; all other different pairs are hard ones. */
export const isLabelled = ({ basis }: LabelledPair): boolean => basis.startsWith('hathitrust-cid-label');

/** Scores a decision on pairs. */
export const scoresOf = (pairs: readonly LabelledPair[], same: SamePair): Scores => {
  const judged = pairs.map((pair) => ({ same: pair.same, judgement: same(pair.a.features, pair.b.features) }));
  const count = (labelled: boolean, judgement: boolean): number =>
    judged.filter((one) => one.same === labelled && one.judgement === judgement).length;
  const [right, wrong, missed] = [count(true, true), count(false, true), count(true, false)];
  return {
    pairs: pairs.length,
    precision: share(right, right + wrong),
    recall: share(right, right + missed),
    accuracy: share(pairs.length - wrong - missed, pairs.length),
    wrongMerges: wrong,
  };
};

/** Counts how many pairs a decision merges. */
export const mergedOf = (pairs: readonly LabelledPair[], same: SamePair): Merged => ({
  pairs: pairs.length,
  merged: pairs.filter(({ a, b }) => same(a.features, b.features)).length,
});

/** Counts merges by the basis of the labels, same and different separately. */
export const mergedByBasis = (pairs: readonly LabelledPair[], same: SamePair): Record<string, Merged> => {
  const nameOf = (pair: LabelledPair): string => `${pair.same ? 'same' : 'different'}: ${pair.basis}`;
  const names = [...new Set(pairs.map(nameOf))].sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      mergedOf(
        pairs.filter((pair) => nameOf(pair) === name),
        same,
      ),
    ]),
  );
};

const pairsOf = (size: number): number => (size * (size - 1)) / 2;

const sizesBy = <T>(items: readonly T[], keyOf: (item: T) => string): number[] => {
  const sizes = new Map<string, number>();
  for (const item of items) sizes.set(keyOf(item), (sizes.get(keyOf(item)) ?? 0) + 1);
  return [...sizes.values()];
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Builds the union of records by the product's own clustering and compares it with the truth, pair by pair. */
export const unionOf = (records: readonly Known[], clusterOf: Members['clusterOf'], same?: SamePair): Union => {
  const truthOf = (id: string): string => clusterOf.get(id) ?? id;
  const clusters = clusterAll(records, same);
  const perfect = sizesBy(records, ({ id }) => truthOf(id));
  const right = sum(clusters.flatMap((ids) => sizesBy(ids, truthOf).map(pairsOf)));
  return {
    records: records.length,
    titles: clusters.length,
    perfectTitles: perfect.length,
    largest: clusters.reduce((most, ids) => Math.max(most, ids.length), 0),
    pairPrecision: share(right, sum(clusters.map((ids) => pairsOf(ids.length)))),
    pairRecall: share(right, sum(perfect.map(pairsOf))),
  };
};

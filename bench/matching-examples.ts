import { compareFeatures } from '../layers/domain/matching/compare.ts';
import type { MatchFeatures } from '../layers/domain/matching/features.ts';
import { SIGNALS } from '../layers/domain/matching/signals.ts';
import { isParted, vetoes } from '../layers/domain/matching/vetoes.ts';
import { candidatesOf } from './blocking.ts';
import { type Linear, logit, type Row, train } from './logistic.ts';
import type { Known, MatchingData } from './matching-data.ts';

const RIDGE = 3;
// Identifiers, serials and other forms occur only in the few pairs that are not of HathiTrust: they count for more.
const WEIGHT_OF_OTHERS = 3;

/** The pairs to learn from whose records `holds` lets in; pairs of different form, part or edition are not for the weights to decide. */
export const examplesOf = (data: MatchingData, holds: (one: Known) => boolean): Row[] => {
  const exampleOf = (a: Known, b: Known, rest: Pick<Row, 'same' | 'weight'>): Row[] => {
    if (!holds(a) || !holds(b) || isParted(a.features, b.features)) return [];
    return [{ signals: compareFeatures(a.features, b.features), ...rest }];
  };
  return [
    ...data.pairs.flatMap(({ a, b, same, basis }) => {
      const hathi = basis.startsWith('hathitrust');
      return exampleOf(a, b, { same, weight: hathi ? 1 : WEIGHT_OF_OTHERS });
    }),
    ...candidatesOf(data.members).flatMap(({ a, b }) =>
      exampleOf(a, b, { same: data.clusterOf.get(a.id) === data.clusterOf.get(b.id), weight: 1 }),
    ),
  ];
};

/** Trains on examples. */
export const trainOn = (examples: readonly Row[]): Linear => train(examples, SIGNALS, RIDGE);

/** What a model says of signals, 0 to 1. */
export const scoreBy = (model: Linear, signals: Row['signals']): number => 1 / (1 + Math.exp(-logit(model, signals)));

/** The decision that a model makes with the product's vetoes. */
export const sameBy =
  (model: Linear, threshold: number) =>
  (a: MatchFeatures, b: MatchFeatures): boolean =>
    a.title !== '' && b.title !== '' && vetoes(a, b).length === 0 && scoreBy(model, compareFeatures(a, b)) >= threshold;

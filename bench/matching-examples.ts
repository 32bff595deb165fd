import { compareFeatures } from '../layers/domain/matching/compare.ts';
import type { MatchFeatures } from '../layers/domain/matching/features.ts';
import { SIGNALS } from '../layers/domain/matching/signals.ts';
import { vetoes } from '../layers/domain/matching/vetoes.ts';
import { candidatesOf } from './blocking.ts';
import { type Linear, logit, type Row, train } from './logistic.ts';
import type { Known, MatchingData } from './matching-data.ts';

const RIDGE = 3;
// Identifiers, serials and other forms occur only in the few pairs that are not of HathiTrust: they count for more.
const WEIGHT_OF_OTHERS = 3;

/** A pair to learn from: its row, its fold for cross-validation (-1: across two folds), and where it comes from. */
export type Example = Row & { fold: number; kind: 'labelled' | 'union' | 'other' };

/** The pairs to learn from whose records `holds` lets in; pairs under a veto are not for the weights to decide. */
export const examplesOf = (data: MatchingData, holds: (one: Known) => boolean): Example[] => {
  const exampleOf = (a: Known, b: Known, rest: Pick<Example, 'same' | 'weight' | 'kind'>): Example[] => {
    if (!holds(a) || !holds(b) || vetoes(a.features, b.features).length > 0) return [];
    const fold = data.foldOf(a) === data.foldOf(b) ? data.foldOf(a) : -1;
    return [{ signals: compareFeatures(a.features, b.features), fold, ...rest }];
  };
  return [
    ...data.pairs.flatMap(({ a, b, same, basis }) => {
      const hathi = basis.startsWith('hathitrust');
      return exampleOf(a, b, { same, weight: hathi ? 1 : WEIGHT_OF_OTHERS, kind: hathi ? 'labelled' : 'other' });
    }),
    ...candidatesOf(data.members).flatMap(({ a, b }) =>
      exampleOf(a, b, { same: data.clusterOf.get(a.id) === data.clusterOf.get(b.id), weight: 1, kind: 'union' }),
    ),
  ];
};

/** Trains on examples. */
export const trainOn = (examples: readonly Example[]): Linear => train(examples, SIGNALS, RIDGE);

/** What a model says of signals, 0 to 1. */
export const scoreBy = (model: Linear, signals: Row['signals']): number => 1 / (1 + Math.exp(-logit(model, signals)));

/** The decision that a model makes with the product's vetoes. */
export const sameBy =
  (model: Linear, threshold: number) =>
  (a: MatchFeatures, b: MatchFeatures): boolean =>
    a.title !== '' && b.title !== '' && vetoes(a, b).length === 0 && scoreBy(model, compareFeatures(a, b)) >= threshold;

import type { Comparison, Signal } from './signals.ts';

/**
 * A question about one signal: up to `most` goes to `low`, above to `high`; a silent signal goes where `silent` says.
 * Three questions at most follow each other, so that a tree can be read.
 */
export type Split = readonly [signal: Signal, most: number, silent: 'low' | 'high', low: Tree, high: Tree];

/** A split, or what the pair gets: above 0 it speaks for the same manifestation, in log-odds. */
export type Tree = Split | number;

/** A model: log-odds to begin with, and trees whose answers are added up. */
export type Model = { bias: number; trees: readonly Tree[] };

/** A trained model with its bounds: from which score (0 to 1) on two records are the same, and from which a person should look. */
export type TrainedModel = Model & { sameFrom: number; askFrom: number };

const isLeaf = (tree: Tree): tree is number => typeof tree === 'number';

/** Which way a pair goes at a split. */
const branch = ([signal, most, silent, low, high]: Split, signals: Comparison): Tree => {
  const value = signals[signal];
  if (value === undefined) return silent === 'low' ? low : high;
  return value <= most ? low : high;
};

const answer = (tree: Tree, signals: Comparison): number => {
  let at = tree;
  while (!isLeaf(at)) at = branch(at, signals);
  return at;
};

/** What a model says of a pair's signals, in log-odds: above 0 the same is likelier. */
export const logOdds = ({ bias, trees }: Model, signals: Comparison): number => {
  let sum = bias;
  for (const tree of trees) sum += answer(tree, signals);
  return sum;
};

/** The middle of all that a tree may answer: what it says of a pair before its questions are asked. */
const middle = (tree: Tree): number => (isLeaf(tree) ? tree : (middle(tree[3]) + middle(tree[4])) / 2);

/**
 * How much each signal counted in what a model says of a pair, in log-odds. Each question counts for what its answer
 * changed. The counts and `base`, which every pair starts from, add up to `logOdds`.
 */
export const pointsOf = (model: Model, signals: Comparison): { base: number; points: Map<Signal, number> } => {
  const points = new Map<Signal, number>();
  let base = model.bias;
  for (const tree of model.trees) {
    base += middle(tree);
    for (let at = tree; !isLeaf(at); ) {
      const next = branch(at, signals);
      points.set(at[0], (points.get(at[0]) ?? 0) + middle(next) - middle(at));
      at = next;
    }
  }
  return { base, points };
};

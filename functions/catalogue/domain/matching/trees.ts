import type { Comparison, Signal } from './signals.ts';

/**
 * A test of one signal: up to `most` goes to `low`, above to `high`; an absent signal goes to the side of `silent`. At most three tests are
 * nested, so that a tree is readable.
 */
export type Split = readonly [signal: Signal, most: number, silent: 'low' | 'high', low: Tree, high: Tree];

/** A split or a leaf, the log-odds of the pair: above 0 for the same manifestation. */
export type Tree = Split | number;

/** A model: initial log-odds, and trees whose results are added. */
export type Model = { bias: number; trees: readonly Tree[] };

/** A trained model with its thresholds: the scores (0 to 1) from which two records are the same, and from which staff should decide. */
export type TrainedModel = Model & { sameFrom: number; askFrom: number };

const isLeaf = (tree: Tree): tree is number => typeof tree === 'number';

/** Returns the branch of a split for a pair. */
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

/** Returns a model's log-odds for a pair's signals: above 0 the same is likelier. */
export const logOdds = ({ bias, trees }: Model, signals: Comparison): number => {
  let sum = bias;
  for (const tree of trees) sum += answer(tree, signals);
  return sum;
};

/** Returns the mean of a tree's possible results: its value for a pair before any test. */
const middle = (tree: Tree): number => (isLeaf(tree) ? tree : (middle(tree[3]) + middle(tree[4])) / 2);

/**
 * Returns the weight of each signal in a model's result for a pair, in log-odds. Each test counts for the change that its result makes. The
 * points and `base`, the start value of every pair, add up to `logOdds`.
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

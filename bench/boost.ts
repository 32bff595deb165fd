import { type Comparison, SIGNALS, type Signal } from '../functions/catalogue/domain/matching/signals.ts';
import type { Model, Tree } from '../functions/catalogue/domain/matching/trees.ts';
import { type Binned, binned, silentBin } from './boost-bins.ts';

/** A pair to learn from: its signals, whether it is the same, and its weight. */
export type Row = { signals: Comparison; same: boolean; weight: number };

/**
 * The parameters of training: the depth of a tree, the number of trees, the learning rate, the
 * ridge, the least weight of a leaf, the share of the signals that a tree uses.
 */
export type Growth = { depth: number; trees: number; rate: number; ridge: number; least: number; drawn: number };

type Sums = { gradient: number; curve: number };
type Bounds = { least: number; most: number };
type Cut = { column: Binned; bin: number; silent: 'low' | 'high'; low: number; high: number; gain: number };
type State = { gradients: Float64Array; curves: Float64Array; columns: readonly Binned[]; growth: Growth };

const clamped = (value: number, { least, most }: Bounds): number => Math.min(most, Math.max(least, value));

const bestValue = ({ gradient, curve }: Sums, ridge: number, bounds: Bounds): number =>
  clamped(gradient / (curve + ridge), bounds);

/** Returns the decrease of the loss when all of these pairs get `value`. */
const gainOf = ({ gradient, curve }: Sums, ridge: number, value: number): number =>
  2 * gradient * value - (curve + ridge) * value * value;

const plus = (a: Sums, b: Sums): Sums => ({ gradient: a.gradient + b.gradient, curve: a.curve + b.curve });

const minus = (a: Sums, b: Sums): Sums => ({ gradient: a.gradient - b.gradient, curve: a.curve - b.curve });

const sumsByBin = (state: State, rows: Int32Array, column: Binned): Sums[] => {
  const size = column.edges.length + 2;
  const [gradient, curve] = [new Float64Array(size), new Float64Array(size)];
  for (const row of rows) {
    const bin = column.bins[row] ?? silentBin;
    gradient[bin] = (gradient[bin] ?? 0) + (state.gradients[row] ?? 0);
    curve[bin] = (curve[bin] ?? 0) + (state.curves[row] ?? 0);
  }
  return [...gradient].map((sum, bin) => ({ gradient: sum, curve: curve[bin] ?? 0 }));
};

const nothing: Sums = { gradient: 0, curve: 0 };

/** Returns the best cut of one signal in the direction that the signal may have, if any cut helps. */
const cutOf = (state: State, rows: Int32Array, column: Binned, bounds: Bounds): Cut | undefined => {
  const { ridge, least } = state.growth;
  const sums = sumsByBin(state, rows, column);
  const [silence = nothing, ...stated] = sums;
  const all = sums.reduce(plus, nothing);
  const before = gainOf(all, ridge, bestValue(all, ridge, bounds));
  let best: Cut | undefined;
  let below = nothing;
  for (const [bin] of column.edges.entries()) {
    below = plus(below, stated[bin] ?? nothing);
    for (const silent of ['low', 'high'] as const) {
      const lower = silent === 'low' ? plus(below, silence) : below;
      const upper = minus(all, lower);
      if (lower.curve < least || upper.curve < least) continue;
      const [low, high] = [bestValue(lower, ridge, bounds), bestValue(upper, ridge, bounds)];
      if (SIGNALS[column.signal].way * (high - low) < 0) continue;
      const gain = gainOf(lower, ridge, low) + gainOf(upper, ridge, high) - before;
      if (gain > (best?.gain ?? 1e-6)) best = { column, bin, silent, low, high, gain };
    }
  }
  return best;
};

const bestCut = (state: State, rows: Int32Array, columns: readonly Binned[], bounds: Bounds): Cut | undefined =>
  columns
    .map((column) => cutOf(state, rows, column, bounds))
    .reduce<Cut | undefined>((best, cut) => (cut && cut.gain > (best?.gain ?? 0) ? cut : best), undefined);

/** Returns the values that each side may still have, so that a later cut cannot reverse an earlier one. */
const boundsOf = ({ column, low, high }: Cut, { least, most }: Bounds): { low: Bounds; high: Bounds } => {
  const { way } = SIGNALS[column.signal];
  if (way === 0) return { low: { least, most }, high: { least, most } };
  const mid = (low + high) / 2;
  return way > 0
    ? { low: { least, most: mid }, high: { least: mid, most } }
    : { low: { least: mid, most }, high: { least, most: mid } };
};

type Grown = { tree: Tree; apply: (row: number) => number };

const leaf = (value: number): Grown => ({ tree: Number(value.toFixed(4)), apply: () => Number(value.toFixed(4)) });

const grow = (
  state: State,
  rows: Int32Array,
  columns: readonly Binned[],
  depth: number,
  value: number,
  bounds: Bounds,
): Grown => {
  const cut = depth === 0 ? undefined : bestCut(state, rows, columns, bounds);
  if (!cut) return leaf(value * state.growth.rate);
  const isLow = (row: number): boolean => {
    const bin = cut.column.bins[row] ?? silentBin;
    return bin === silentBin ? cut.silent === 'low' : bin - 1 <= cut.bin;
  };
  const sides = boundsOf(cut, bounds);
  const low = grow(state, rows.filter(isLow), columns, depth - 1, cut.low, sides.low);
  const high = grow(
    state,
    rows.filter((row) => !isLow(row)),
    columns,
    depth - 1,
    cut.high,
    sides.high,
  );
  const most = cut.column.edges[cut.bin] ?? 0;
  return {
    tree: [cut.column.signal, most, cut.silent, low.tree, high.tree],
    apply: (row) => (isLow(row) ? low.apply(row) : high.apply(row)),
  };
};

const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** Returns a fixed sequence of numbers from 0 to 1, so that training draws the same signals each time. */
const draws = () => {
  let state = 12_345;
  return (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

/**
 * Trains gradient boosting of small trees (logistic loss, Newton steps). Every value respects the direction that its signal
 * may have. Each tree uses a part of the signals, drawn by a fixed sequence, so that no single one dominates the model and
 * the same rows always give the same model.
 */
export const boost = (rows: readonly Row[], growth: Growth): Model => {
  const signals = Object.keys(SIGNALS).filter((name): name is Signal => name in SIGNALS);
  const columns = signals.map((signal) =>
    binned(
      signal,
      rows.map((row) => row.signals[signal]),
    ),
  );
  const same = rows.filter((row) => row.same).length;
  const bias = Number(Math.log(same / (rows.length - same)).toFixed(4));
  const odds = new Float64Array(rows.length).fill(bias);
  const state = { gradients: new Float64Array(rows.length), curves: new Float64Array(rows.length), columns, growth };
  const every = Int32Array.from(rows.keys());
  const draw = draws();
  const trees: Tree[] = [];
  for (let i = 0; i < growth.trees; i++) {
    for (const [at, row] of rows.entries()) {
      const p = probability(odds[at] ?? 0);
      state.gradients[at] = row.weight * (Number(row.same) - p);
      state.curves[at] = row.weight * p * (1 - p);
    }
    const chosen = columns.filter(() => draw() < growth.drawn);
    const { tree, apply } = grow(state, every, chosen, growth.depth, 0, { least: -4, most: 4 });
    for (const at of every) odds[at] = (odds[at] ?? 0) + apply(at);
    trees.push(tree);
  }
  return { bias, trees };
};

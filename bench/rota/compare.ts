import { type Measures, meanOf } from './measure.ts';
import type { PolicyName } from './policies.ts';

/** The results of each policy, seed by seed in the same order. */
export type Figures = Record<PolicyName, Measures[]>;

/** Values over the seeds: mean, standard deviation (of a sample), least and greatest. */
export type Spread = { mean: number; sd: number; min: number; max: number };

/** Returns the spread of some values. */
export const spreadOf = (values: readonly number[]): Spread => {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const sd = values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
  return { mean, sd, min: Math.min(...values), max: Math.max(...values) };
};

type Measured = 'fillPercent' | 'medianHours' | 'meanHours' | 'costPerFilled' | 'gini';

/** The goal of our rota against a baseline: in this measure higher, lower, or at most so much above. */
export type Goal = { than: PolicyName; measure: Measured; is: 'higher' | 'lower' | { atMostAbove: number } };

const beats = (than: PolicyName): Goal[] => [
  { than, measure: 'fillPercent', is: 'higher' },
  { than, measure: 'medianHours', is: 'lower' },
  { than, measure: 'meanHours', is: 'lower' },
];

/** The goals of the rota, as its issue sets them; turnaround by its median and by its mean. */
export const GOALS: readonly Goal[] = [
  ...beats('first-holder'),
  ...beats('static-table'),
  { than: 'ratio-only', measure: 'medianHours', is: 'lower' },
  { than: 'ratio-only', measure: 'meanHours', is: 'lower' },
  { than: 'ratio-only', measure: 'costPerFilled', is: 'lower' },
  { than: 'ratio-only', measure: 'gini', is: { atMostAbove: 0.05 } },
];

/** The result of a goal: ours less the baseline in each seed, and in how many it holds. It holds when it does in all. */
export type Verdict = Goal & { differences: number[]; spread: Spread; held: number; holds: boolean };

const isReached = ({ is }: Goal, difference: number): boolean => {
  if (is === 'higher') return difference > 0;
  return is === 'lower' ? difference < 0 : difference <= is.atMostAbove;
};

/** Judges a goal on figures paired by seed. */
export const verdictOn = (goal: Goal, figures: Figures): Verdict => {
  const differences = figures.ours.map((ours, i) => ours[goal.measure] - (figures[goal.than][i]?.[goal.measure] ?? 0));
  const held = differences.filter((difference) => isReached(goal, difference)).length;
  return { ...goal, differences, spread: spreadOf(differences), held, holds: held === differences.length };
};

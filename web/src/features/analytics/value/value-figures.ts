import type { AssumptionName } from './assumptions.ts';

/** A cost that a library did not have, in minor units: with low, middle and high assumptions. */
export type Avoided = { low: number; middle: number; high: number };

type Assumed = Record<AssumptionName, number>;

const MINUTES_PER_HOUR = 60;

/** Returns the avoided cost of borrowed loans: what each would have cost elsewhere, less its own cost. May be negative. */
export const avoidedByLoans = (borrowed: number, { low, middle, high, own }: Assumed): Avoided => ({
  low: borrowed * (low - own),
  middle: borrowed * (middle - own),
  high: borrowed * (high - own),
});

/** Returns the minutes that cataloguers did not spend on records which another member had described. */
export const minutesFreed = (matched: number, { minutes }: Assumed): number => matched * minutes;

/** Returns the cost of those minutes, rounded to the minor unit: the same for low, middle and high. */
export const avoidedByRecords = (matched: number, assumed: Assumed): Avoided => {
  const cost = Math.round((minutesFreed(matched, assumed) * assumed.wage) / MINUTES_PER_HOUR);
  return { low: cost, middle: cost, high: cost };
};

/** Adds avoided costs. */
export const sumOf = (all: readonly Avoided[]): Avoided =>
  all.reduce(
    (sum, { low, middle, high }) => ({ low: sum.low + low, middle: sum.middle + middle, high: sum.high + high }),
    { low: 0, middle: 0, high: 0 },
  );

/** Returns a quotient with two decimals, or undefined when nothing was paid. */
export const ratioOf = (value: number, paid: number): string | undefined =>
  paid > 0 ? (Math.round((value * 100) / paid) / 100).toFixed(2) : undefined;

/** Returns the first and the last day of months (YYYY-MM, both included). */
export const daysOf = ({ from, to }: { from: string; to: string }): { from: string; to: string } => {
  const [year = 0, month = 0] = to.split('-').map(Number);
  return { from: `${from}-01`, to: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) };
};

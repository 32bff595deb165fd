import type { Simulated } from './simulate.ts';
import type { RotaWorld } from './world.ts';

const HOUR = 60 * 60_000;

/** The figures of a run. Hours from placing to arrival at the pickup branch, of filled requests; money in cents. */
export type Measures = {
  placed: number;
  filled: number;
  unfilled: number;
  open: number;
  fillPercent: number;
  medianHours: number;
  meanHours: number;
  costPerFilled: number;
  asksPerFilled: number;
  gini: number;
  giniByTitles: number;
};

/** The end of a request: in time, not (or too late), or its need-by date is still to come. */
export type Ending = 'filled' | 'unfilled' | 'open';

/** Returns the state of each request at the end of the run. "Filled" is filled before the need-by date. */
export const endingsOf = ({ cases, ends }: Simulated): Ending[] =>
  cases.map(({ loan, demand, received }) => {
    if (received !== undefined) return received <= demand.needBy ? 'filled' : 'unfilled';
    return loan.state === 'end-of-rota' || demand.needBy <= ends ? 'unfilled' : 'open';
  });

/** Returns the median of some values; 0 without any. */
export const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

/** Returns the mean of some values; 0 without any. */
export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Returns the Gini coefficient: 0 when all have the same share, towards 1 when one has all. 0 when nobody has anything. */
export const giniOf = (burdens: readonly number[]): number => {
  const sorted = burdens.toSorted((one, other) => one - other);
  const sum = sorted.reduce((total, burden) => total + burden, 0);
  const weighed = sorted.reduce((total, burden, i) => total + (2 * i + 1 - sorted.length) * burden, 0);
  return sum === 0 ? 0 : weighed / (sorted.length * sum);
};

/** Returns the loans of each library that lends at all and for which `per` is not 0, relative to it. */
const burdens = ({ libraries }: RotaWorld, { counters }: Simulated, per: readonly number[]): number[] =>
  libraries.flatMap(({ index, member, lends }) => {
    const share = per[index] ?? 0;
    return lends === 'no' || share === 0 ? [] : [(counters.get(member)?.lent ?? 0) / share];
  });

/** Returns the figures of a run. */
export const measure = (world: RotaWorld, run: Simulated): Measures => {
  const { cases } = run;
  const endings = endingsOf(run);
  const filled = cases.filter((_, i) => endings[i] === 'filled');
  const hours = filled.map(({ demand, received = demand.at }) => (received - demand.at) / HOUR);
  const count = (ending: Ending): number => endings.filter((one) => one === ending).length;
  const ended = count('filled') + count('unfilled');
  const total = (of: (one: (typeof cases)[number]) => number): number => cases.reduce((sum, one) => sum + of(one), 0);
  const per = (sum: number): number => (filled.length === 0 ? 0 : sum / filled.length);
  const asked = world.libraries.map(({ index }) => world.demands.filter(({ requester }) => requester === index).length);
  return {
    placed: cases.length,
    filled: filled.length,
    unfilled: count('unfilled'),
    open: count('open'),
    fillPercent: ended === 0 ? 0 : (100 * filled.length) / ended,
    medianHours: medianOf(hours),
    meanHours: meanOf(hours),
    costPerFilled: per(total(({ parcels }) => parcels)),
    asksPerFilled: per(total(({ loan }) => loan.asks.length)),
    gini: giniOf(burdens(world, run, asked)),
    giniByTitles: giniOf(
      burdens(
        world,
        run,
        world.libraries.map(({ titles }) => titles),
      ),
    ),
  };
};

import type { MatchFeatures } from './features.ts';
import { type Comparison, common, equal, on } from './signals.ts';

/** Returns the year that 008/07-10 states in full, or undefined. */
export const yearOf = (date: string | undefined): number | undefined =>
  date !== undefined && /^\d{4}$/.test(date) ? Number(date) : undefined;

/** Returns by how many years the publication dates of two records differ, or undefined when one has none. */
export const yearGap = (a: MatchFeatures, b: MatchFeatures): number | undefined => {
  const [one, two] = [yearOf(a.date1), yearOf(b.date1)];
  return one !== undefined && two !== undefined ? Math.abs(one - two) : undefined;
};

const allYears = (one: MatchFeatures): number[] =>
  [yearOf(one.date1), ...(one.years ?? [])].filter((year) => year !== undefined);

const least = (numbers: readonly number[]): number | undefined =>
  numbers.length === 0 ? undefined : Math.min(...numbers);

// Types of date that state two years: of a set, a serial, a doubtful date, a date of publication and of copyright.
const isRange = (one: MatchFeatures): boolean => 'mcdquik'.includes(one.dateType ?? '-');

type Span = readonly [from: number, to: number];

/**
 * Returns the last year that date 1 may mean. An imprint without a whole year, such as `[189-?]` or `[19--]`, states a decade or a century, of
 * which 008 often has the first year.
 */
const lastOf = (date1: string, { doubtful, years = [] }: MatchFeatures): number => {
  const last = Number(date1.replace(/u/g, '9'));
  const isRounded = doubtful === true && years.length === 0 && last % 10 === 0;
  return isRounded ? last + (last % 100 === 0 ? 99 : 9) : last;
};

/** Returns every year that a record states, and the spans of uncertain ones: `18uu`, `[189-?]`, between two years (q), of a set (m). */
const spansOf = (one: MatchFeatures): Span[] => {
  const [first, second] = [yearOf(one.date1), yearOf(one.date2)];
  const printed = (one.years ?? []).map((year): Span => [year, year]);
  if (one.date1 === undefined) return printed;
  const span: Span = [Number(one.date1.replace(/u/g, '0')), lastOf(one.date1, one)];
  if (second === undefined || second === 9999) return [...printed, span];
  if (first !== undefined && 'qm'.includes(one.dateType ?? '-')) return [...printed, [first, second]];
  return [...printed, span, [second, second]];
};

/** Returns the smallest difference in years between any possible years of two records. */
const possibleGap = (a: MatchFeatures, b: MatchFeatures): number | undefined => {
  const others = spansOf(b);
  return least(spansOf(a).flatMap(([from, to]) => others.map(([start, end]) => Math.max(0, start - to, from - end))));
};

/** Compares the dates of publication of two records. */
export const compareDates = (a: MatchFeatures, b: MatchFeatures): Comparison => {
  const [one, two] = [allYears(a), allYears(b)];
  return {
    yearGap: yearGap(a, b),
    nearestYears: least(one.flatMap((year) => two.map((other) => Math.abs(year - other)))),
    printedYears: common(a.years, b.years),
    laterDate: equal(a.date2, b.date2),
    reissueOnce: on((a.dateType === 'r') !== (b.dateType === 'r')),
    dateTypeSame: equal(a.dateType, b.dateType),
    ranges: Number(isRange(a)) + Number(isRange(b)),
    earlierYear: least([...one, ...two]),
    possibleYears: possibleGap(a, b),
    doubtfulDates: on(a.doubtful === true) + on(b.doubtful === true),
  };
};

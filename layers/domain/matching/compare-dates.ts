import type { MatchFeatures } from './features.ts';
import { type Comparison, common, equal, on } from './signals.ts';

/** The year that 008/07-10 states in full, or undefined. */
export const yearOf = (date: string | undefined): number | undefined =>
  date !== undefined && /^\d{4}$/.test(date) ? Number(date) : undefined;

/** By how many years the publication dates of two records differ, or undefined when one does not say. */
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
  };
};

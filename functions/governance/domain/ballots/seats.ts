import { DateTime } from 'luxon';
import { addDays } from '../../../../layers/kernel/calendar/days.ts';

/** A term that somebody held a seat: local days, both included. */
export type Term = { from: string; to: string };
/** How long a term is, how many follow each other at most, and whether a part of a term under half of it counts. */
export type TermRule = { years: number; mostInARow: number; partUnderHalfCounts: boolean };

const day = (text: string): DateTime => DateTime.fromISO(text, { zone: 'utc' });

/** Returns the last day of a term that begins on a day. */
export const lastDayOfTerm = (from: string, { years }: Pick<TermRule, 'years'>): string =>
  day(from).plus({ years }).minus({ days: 1 }).toFormat('yyyy-MM-dd');

const isPart = ({ from, to }: Term, { years }: TermRule): boolean => {
  const whole = day(from).plus({ years }).diff(day(from), 'days').days;
  return day(to).diff(day(from), 'days').days + 1 < whole / 2;
};

/** Returns whether somebody may begin another term on a day: after fewer terms without a break than the rule allows. */
export const mayBeginTerm = (rule: TermRule, terms: readonly Term[], from: string): boolean => {
  let begins = from;
  let inARow = 0;
  for (const term of terms.toSorted((a, b) => (a.from < b.from ? 1 : -1))) {
    if (addDays(term.to, 1) < begins) break;
    begins = term.from;
    if (rule.partUnderHalfCounts || !isPart(term, rule)) inARow += 1;
  }
  return inARow < rule.mostInARow;
};

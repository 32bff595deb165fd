import type { Member } from '../functions/membership/domain/member.ts';
import type { BranchCalendar } from '../layers/kernel/calendar/branch-calendar.ts';

type Closure = BranchCalendar['closures'][number];

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Returns the n-th weekday (Sunday is 0) of a month (1 to 12) as `YYYY-MM-DD`. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return iso(year, month, 1 + ((weekday - first + 7) % 7) + (nth - 1) * 7);
}

const oneDay = (day: string, reason: string): Closure => ({ from: day, to: day, reason });

const holidays = (year: number): Closure[] => [
  oneDay(iso(year, 1, 1), "New Year's Day"),
  oneDay(iso(year, 7, 4), 'Independence Day'),
  oneDay(nthWeekday(year, 9, 1, 1), 'Labor Day'),
  oneDay(nthWeekday(year, 11, 4, 4), 'Thanksgiving'),
  oneDay(iso(year, 12, 25), 'Christmas Day'),
];

const byType: Readonly<Record<Member['type'], (year: number) => Closure[]>> = {
  public: (year) => [oneDay(nthWeekday(year, 4, 5, 2), 'Staff training day')],
  academic: (year) => [{ from: iso(year, 12, 23), to: iso(year, 12, 31), reason: 'Winter recess' }],
  special: (year) => [{ from: iso(year, 8, 1), to: iso(year, 8, 14), reason: 'Stocktaking' }],
  school: (year) => [
    { from: iso(year, 6, 20), to: iso(year, 8, 25), reason: 'Summer vacation' },
    { from: iso(year, 12, 20), to: iso(year, 12, 31), reason: 'Winter vacation' },
  ],
};

/** Returns the days on which a type of library is closed in the given years: the public holidays and its own recess. */
export const closuresOf = (type: Member['type'], years: readonly number[]): Closure[] =>
  years.flatMap((year) => [...holidays(year), ...byType[type](year)]);

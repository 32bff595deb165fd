import { countsFor, type OperationRate, operationRates } from '../functions/finance/domain/estimate/rates.ts';
import type { DailySum } from '../functions/finance/domain/metering/aggregate.ts';
import { splitByLargestRemainder } from '../layers/kernel/money/split.ts';
import { members } from './members.ts';
import { loansAMonth, seasons } from './past-seasons.ts';
import { hashOf, randomFrom } from './random.ts';

/** Use of one operation by one member on one UTC day that never happened: it must be marked as synthetic wherever it is shown. */
export type PastSum = DailySum & { synthetic: true };

/** Marks a sum of use that never happened. */
export const madeUp = (sum: DailySum): PastSum => ({ ...sum, synthetic: true });

/** The window of the past: it ends with the last day before the month `before` (`YYYY-MM`) and is so many whole months long. */
export type PastWindow = { before: string; months: number; seed: number };

/** The seed of the demo. */
export const demoSeed = 20_261_124;

const monthName = (year: number, month: number): string =>
  new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 7);

/** Takes a window; gives its months as `YYYY-MM`, the earliest first. Throws a RangeError on a `before` that is no month. */
export function monthsOf({ before, months }: PastWindow): string[] {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(before) ?? [];
  if (year === undefined || month === undefined) throw new RangeError(`Not a month: ${before}`);
  return Array.from({ length: months }, (_, at) => monthName(Number(year), Number(month) - months + at));
}

function daysOf(month: string): string[] {
  const next = monthName(Number(month.slice(0, 4)), Number(month.slice(5)) + 1);
  const count = (Date.parse(`${next}-01`) - Date.parse(`${month}-01`)) / 86_400_000;
  return Array.from({ length: count }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);
}

const monthOfYear = (month: string): number => Number(month.slice(5)) - 1;
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

// Each member and month draws from its own row of numbers, so that a longer window changes no month that it shares.
const drawsOf = (seed: number, ...about: string[]) => randomFrom(hashOf([seed, ...about].join('/')));

/** Takes the seed, a member and a month; gives the member's loans in that month: season, and chance of up to 6 % either way. */
export function loansIn(seed: number, member: (typeof members)[number], month: string): number {
  const season = seasons[member.type].months[monthOfYear(month)] ?? 1;
  const chance = 0.94 + 0.12 * drawsOf(seed, member.memberId, month)();
  return Math.round((loansAMonth[member.memberId] ?? 0) * season * chance);
}

/** How a month's use falls on its days: the weekday, and up to a tenth either way. Whole weights. */
function weightsOf(
  seed: number,
  member: (typeof members)[number],
  month: string,
  operation: string,
): Map<string, number> {
  const draw = drawsOf(seed, member.memberId, month, operation);
  const { weekdays } = seasons[member.type];
  return new Map(
    daysOf(month).map((day) => [day, Math.round(1000 * (weekdays[weekday(day)] ?? 1) * (0.9 + 0.2 * draw()))]),
  );
}

function monthOf(seed: number, member: (typeof members)[number], month: string, of: OperationRate): PastSum[] {
  const total = Math.round(loansIn(seed, member, month) * of.perLoan[member.type]);
  // What is refused is asked for beside what succeeds: loans are loans that were made.
  const byDay = splitByLargestRemainder(total, weightsOf(seed, member, month, of.operation));
  return [...byDay].flatMap(([day, succeeded]) => {
    if (succeeded === 0) return [];
    const events = succeeded + Math.round((succeeded * of.refusedPerMille) / 1000);
    const { operation, service } = of;
    return [
      {
        day,
        member: member.memberId,
        operation,
        service,
        events,
        succeeded,
        counts: countsFor(of, events, succeeded),
        synthetic: true,
      },
    ];
  });
}

/**
 * Takes a window and a seed; gives the use of every member, operation and day in it as daily sums, ordered by month, member
 * and operation. Loans (successful checkouts) of a member are 2,000 to 60,000 a month. The same window and seed give the
 * same sums, and windows that overlap agree.
 */
export const pastUse = (window: PastWindow): PastSum[] =>
  monthsOf(window).flatMap((month) =>
    members.flatMap((member) => operationRates.flatMap((of) => monthOf(window.seed, member, month, of))),
  );

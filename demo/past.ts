import { countsFor, type OperationRate, operationRates } from '../functions/finance/domain/estimate/rates.ts';
import type { DailySum } from '../functions/finance/domain/metering/aggregate.ts';
import { splitByLargestRemainder } from '../layers/kernel/money/split.ts';
import { members } from './members.ts';
import { loansAMonth, seasons } from './past-seasons.ts';
import { hashOf, randomFrom } from './random.ts';

/** Simulated use of one operation by one member on one UTC day. It must be marked as synthetic wherever it is shown. */
export type PastSum = DailySum & { synthetic: true };

/** Marks a sum of simulated use. */
export const madeUp = (sum: DailySum): PastSum => ({ ...sum, synthetic: true });

/** The window of the past: the number of whole months that end before the month `before` (`YYYY-MM`). */
export type PastWindow = { before: string; months: number; seed: number };

/** The seed of the demo. */
export const demoSeed = 20_261_124;

const monthName = (year: number, month: number): string =>
  new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 7);

/** Returns the months of a window as `YYYY-MM`, the earliest first. Throws a RangeError when `before` is not a month. */
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

// Each member and month has its own random sequence, so that a longer window does not change shared months.
const drawsOf = (seed: number, ...about: string[]) => randomFrom(hashOf([seed, ...about].join('/')));

/** Returns a member's loans in a month: by season, with up to 6 % of random variation. */
export function loansIn(seed: number, member: (typeof members)[number], month: string): number {
  const season = seasons[member.type].months[monthOfYear(month)] ?? 1;
  const chance = 0.94 + 0.12 * drawsOf(seed, member.memberId, month)();
  return Math.round((loansAMonth[member.memberId] ?? 0) * season * chance);
}

/** The distribution of a month's use over its days: the weekday, with up to a tenth of variation. Whole weights. */
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
  // Refused requests are in addition to successful ones: loans are successful checkouts.
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
 * Returns the use of every member, operation and day of a window as daily sums, ordered by month, member and operation. A member
 * has 2,000 to 60,000 loans (successful checkouts) a month. The same window and seed give the same sums, and overlapping windows
 * agree.
 */
export const pastUse = (window: PastWindow): PastSum[] =>
  monthsOf(window).flatMap((month) =>
    members.flatMap((member) => operationRates.flatMap((of) => monthOf(window.seed, member, month, of))),
  );

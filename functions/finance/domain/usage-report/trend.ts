import * as z from 'zod';
import { monthSchema, shiftedMonth } from '../../../../layers/kernel/calendar/month.ts';
import { type Forecast, forecast } from './forecast.ts';
import type { MonthReport } from './model.ts';

/** The months of a forecast. */
const MONTHS_AHEAD = 6;

/** The cost of consecutive months with the forecast of the next ones. Amounts are integer minor units of `currency`. */
export const trendSchema = z.strictObject({
  currency: z.string(),
  minorDigits: z.int(),
  /** The oldest first. Members sum to the month. `over`: the month has ended; `synthetic`: it contains demo data. */
  months: z.array(
    z.strictObject({
      month: monthSchema,
      amount: z.int(),
      over: z.boolean(),
      synthetic: z.boolean(),
      members: z.array(z.strictObject({ member: z.string(), amount: z.int() })),
    }),
  ),
  /** Absent with fewer than six months that have ended. */
  forecast: z
    .strictObject({
      /** 8 of 10 months are expected between `low` and `high`. */
      months: z.array(z.strictObject({ month: monthSchema, low: z.int(), middle: z.int(), high: z.int() })),
      /** The number of past months that it follows from. */
      basedOn: z.int(),
      /** How far forecasts of past months, each made from the months before it, were off on average. */
      errorPercent: z.number().exactOptional(),
    })
    .exactOptional(),
});
export type Trend = z.infer<typeof trendSchema>;

/** A month with its report, the oldest first in lists. */
export type TrendMonth = { report: MonthReport; synthetic: boolean };

/** Returns the last months that follow each other without a gap: a forecast must not close one. */
const consecutive = (months: readonly TrendMonth[]): readonly TrendMonth[] => {
  const gap = months.findLastIndex(
    ({ report }, place) => place > 0 && months[place - 1]?.report.month !== shiftedMonth(report.month, -1),
  );
  return months.slice(Math.max(gap, 0));
};

const forecastOf = (last: string, { ahead, months, errorPercent }: Forecast): NonNullable<Trend['forecast']> => ({
  months: ahead.map((amounts, index) => ({ month: shiftedMonth(last, index + 1), ...amounts })),
  basedOn: months,
  ...(errorPercent !== undefined && { errorPercent }),
});

/** Returns the trend from the first month with costs on; months before `current` (YYYY-MM) have ended. Undefined without costs. */
export const trendOf = (priced: readonly TrendMonth[], current: string): Trend | undefined => {
  const first = priced.findIndex(({ report }) => report.total !== 0n);
  const months = first < 0 ? [] : priced.slice(first);
  const last = months.at(-1)?.report;
  if (!last) return undefined;
  // Amounts in another currency cannot be compared.
  const comparable = months.filter(({ report }) => report.currency === last.currency);
  const ended = consecutive(comparable.filter(({ report }) => report.month < current));
  const lastEnded = ended.at(-1)?.report.month;
  const ahead = forecast(
    ended.map(({ report }) => report.roundedTotal),
    MONTHS_AHEAD,
  );
  return {
    currency: last.currency,
    minorDigits: last.minorDigits,
    months: comparable.map(({ report, synthetic }) => ({
      ...{ month: report.month, amount: report.roundedTotal, over: report.month < current, synthetic },
      members: report.members.map(({ member, roundedTotal }) => ({ member, amount: roundedTotal })),
    })),
    ...(ahead && lastEnded !== undefined && { forecast: forecastOf(lastEnded, ahead) }),
  };
};

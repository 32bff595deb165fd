import { daysIn } from '../../../../layers/kernel/calendar/month.ts';
import { divideHalfEven, type Exact, parseExact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { splitExactly } from '../../../../layers/kernel/money/split.ts';
import { type Counts, plus } from '../../../../layers/kernel/usage/units.ts';
import type { DailySum } from '../metering/aggregate.ts';
import { ofDecimal, type Quantity } from '../pricing/cost.ts';
import { type Meter, meters } from '../pricing/meters.ts';
import type { PriceBook } from '../pricing/price-book.ts';
import { type IdleReading, idleCostsOfReadings } from '../usage-report/idle-readings.ts';
import { meterUse } from '../usage-report/meter-use.ts';
import type { MonthReport } from '../usage-report/model.ts';

/** The use of a meter on a day, at the month's blended price. The days of a meter sum to its month exactly. */
export type MeteredCell = {
  meter: Meter;
  day: string;
  quantity: Quantity;
  amount: Exact;
  /** The billed unit price differs between days: an allowance or a tier ends within the month. */
  uneven?: true;
};

/** The input of a month's report, by days: its daily sums, the idle readings, and the last day included. */
export type UseByDay = { sums: readonly DailySum[]; readings: readonly IdleReading[]; until: string };

type ByDay = Map<string, Quantity>;

const addTo = (use: Map<Meter, ByDay>, meter: Meter, day: string, quantity: Quantity): void => {
  const days = use.get(meter) ?? new Map<string, Quantity>();
  use.set(meter, days.set(day, (days.get(day) ?? 0n) + quantity));
};

const requestsByDay = (month: string, sums: readonly DailySum[], use: Map<Meter, ByDay>): void => {
  const days = new Map<string, Counts>();
  for (const { day, counts } of sums) {
    if (!day.startsWith(`${month}-`)) continue;
    const known = days.get(day);
    days.set(day, known ? plus(known, counts) : counts);
  }
  for (const [day, counts] of days) {
    for (const [meter, quantity] of meterUse(counts)) addTo(use, meter, day, quantity);
  }
};

/** Adds idle use by days: what each day adds to the month up to it. */
const idleByDay = (month: string, { readings, until }: UseByDay, use: Map<Meter, ByDay>): void => {
  const reckoned = (day: string): Map<string, { meter: Meter; quantity: Quantity }> =>
    new Map(
      idleCostsOfReadings(month, readings, day).map(({ title, meter, quantity }) => [
        `${title} ${meter}`,
        { meter, quantity: ofDecimal(quantity) },
      ]),
    );
  let before = reckoned(`${month}-00`);
  for (let at = 1; at <= daysIn(month); at += 1) {
    const day = `${month}-${String(at).padStart(2, '0')}`;
    if (day > until) return;
    const now = reckoned(day);
    for (const [name, { meter, quantity }] of now) {
      const added = quantity - (before.get(name)?.quantity ?? 0n);
      if (added > 0n) addTo(use, meter, day, added);
    }
    before = now;
  }
};

/** Returns whether a month's amount differs from its whole quantity at the price of the first tier. */
const isUneven = (book: PriceBook, meter: Meter, quantity: Quantity, amount: Exact): boolean => {
  const { tiers, per } = book.prices[meter];
  const perUnit = BigInt(meters[meter].countsPerUnit) * 1_000_000n;
  const atFirst = divideHalfEven(quantity * parseExact(tiers[0]?.price ?? '0'), BigInt(per) * perUnit);
  return atFirst - amount > 1000n || amount - atFirst > 1000n;
};

/**
 * Returns a month's metered cost by meter and day, from the whole consortium's report and its input. Throws a RangeError when the report
 * covers one member or other use: its amounts would have no day. With the report's price book, it marks the meters with uneven unit
 * prices.
 */
export const meteredUse = (report: MonthReport, use: UseByDay, book?: PriceBook): MeteredCell[] => {
  if (report.member !== undefined) throw new RangeError('A member’s report is not the whole bill’s');
  const days = new Map<Meter, ByDay>();
  requestsByDay(report.month, use.sums, days);
  idleByDay(report.month, use, days);
  return report.prices.flatMap(({ meter, amount }) => {
    const quantities = days.get(meter) ?? new Map<string, Quantity>();
    const amounts = splitExactly(amount, quantities);
    const uneven = book !== undefined && isUneven(book, meter, sumExact(quantities.values()), amount);
    return [...quantities].map(([day, quantity]) => ({
      ...{ meter, day, quantity, amount: amounts.get(day) ?? 0n },
      ...(uneven && { uneven }),
    }));
  });
};

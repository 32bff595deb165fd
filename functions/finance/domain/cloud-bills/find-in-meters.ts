import { type Exact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { tolerance } from './compared.ts';
import { absolute, type Day, FLOOR } from './day-ratio.ts';
import { findDays } from './find-days.ts';
import type { MeteredCell } from './metered-use.ts';
import type { BillException, ServiceRow } from './reconciliation.ts';
import type { BillCell } from './summary.ts';

const ONE = 10n ** 12n;

type Of = { service: string; meter: string; metered: readonly MeteredCell[]; billed: readonly BillCell[] };

const daysOf = ({ metered, billed }: Of, isUneven: boolean): Day[] => {
  const days = new Map<string, Day>();
  const at = (day: string): Day => {
    const known = days.get(day) ?? { day, mine: 0n, theirs: 0n };
    days.set(day, known);
    return known;
  };
  for (const cell of metered) at(cell.day).mine += isUneven ? cell.quantity : cell.amount;
  for (const cell of billed) at(cell.from).theirs += isUneven ? cell.quantity : cell.cost;
  return [...days.values()];
};

/** Returns the days of a meter that differ by more than the tolerance, even if the month sums; none when the bill has no days. */
const daysOff = (of: Of, isExact: boolean): BillException[] => {
  const { service, meter, metered, billed } = of;
  if (billed.some(({ from, until }) => from !== until)) return [];
  const isUneven = metered.some(({ uneven }) => uneven === true);
  const days = daysOf(of, isUneven);
  const month = sumExact(metered.map(({ amount }) => amount));
  const whole = days.reduce((sum, { mine }) => sum + mine, 0n);
  if (whole === 0n) return [];
  // The worth of a unit of the comparison: one when costs are compared, the blended price for quantities.
  const worth = (difference: bigint, ratio: bigint): Exact =>
    isUneven ? (difference * ONE * month) / (ratio * whole) : difference;
  const per = tolerance({ name: service, exact: isExact });
  return findDays(days, { worth, month, per }).map(({ day, until, difference }): BillException => {
    const named = { service, usageType: meter, day, difference };
    if (until === undefined) return { id: `day-differs:${service}:${meter}:${day}`, kind: 'day-differs', ...named };
    const id = `days-differ:${service}:${meter}:${day}:${until}`;
    return { id, kind: 'days-differ', ...named, until };
  });
};

type Left = { meter: string; base: Exact; rest: Exact };

/** Returns whether all meters of a row differ by one factor, to a quarter of the tolerance: then the service differs, not a meter. */
const isAlike = (left: readonly Left[], per: bigint): boolean => {
  const base = sumExact(left.map((one) => one.base));
  const rest = sumExact(left.map((one) => one.rest));
  if (base <= 0n) return true;
  return left.every((one) => {
    const apart = absolute(one.rest - (one.base * rest) / base);
    return apart <= FLOOR || apart * 4000n <= one.base * per;
  });
};

const beyond = ({ service }: ServiceRow, left: readonly Left[], per: bigint): BillException[] => {
  if (isAlike(left, per)) {
    const difference = sumExact(left.map(({ rest }) => rest));
    if (absolute(difference) * 1000n <= sumExact(left.map(({ base }) => base)) * per) return [];
    return [{ id: `beyond-tolerance:${service}`, kind: 'beyond-tolerance', service, difference }];
  }
  return left.flatMap(({ meter, base, rest }): BillException[] => {
    if (absolute(rest) <= FLOOR || absolute(rest) * 1000n <= base * per) return [];
    const id = `beyond-tolerance:${service}:${meter}`;
    return [{ id, kind: 'beyond-tolerance', service, usageType: meter, difference: rest }];
  });
};

/**
 * Returns the differences within a service: the days of each meter that differ from its other days, and then the service, when all its
 * meters differ alike, or otherwise each meter. So cancelling differences are named, and one difference is named once. Takes the metered
 * and billed cells of the row's meters, and the days already named.
 */
export const metersOff = (
  row: ServiceRow,
  metered: readonly MeteredCell[],
  billed: readonly BillCell[],
  skipped: ReadonlySet<string>,
): BillException[] => {
  const per = tolerance({ name: row.service, exact: row.exact });
  const found = row.meters.map(({ meter }) => {
    const of: Of = {
      ...{ service: row.service, meter },
      metered: metered.filter((cell) => cell.meter === meter && !skipped.has(cell.day)),
      billed: billed.filter((cell) => cell.meter === meter && !(cell.from === cell.until && skipped.has(cell.from))),
    };
    const days = daysOff(of, row.exact);
    const base = sumExact(of.metered.map(({ amount }) => amount));
    const named = sumExact(days.map(({ difference }) => difference));
    const rest = sumExact(of.billed.map(({ cost }) => cost)) - base - named;
    return { days, left: { meter, base, rest } };
  });
  const left = found.map((one) => one.left);
  return [...beyond(row, left, per), ...found.flatMap(({ days }) => days)];
};

import { divideHalfEven, type Exact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { byId, splitRow } from '../../../../layers/kernel/money/split.ts';
import type { BillCell } from '../cloud-bills/summary.ts';
import type { DailySum } from '../metering/aggregate.ts';
import type { Meter } from '../pricing/meters.ts';
import { meterUse } from '../usage-report/meter-use.ts';
import type { Charge } from '../usage-report/model.ts';

/** Returns the cost of days at the month's blended prices: each meter's charge distributed by quantity. */
const costsOf = (days: readonly DailySum[], charges: readonly Charge[]): Exact[] => {
  const uses = days.map(({ counts }) => meterUse(counts));
  const costs = days.map((): Exact => 0n);
  for (const { meter, amount } of charges) {
    const quantities = uses.map((use) => use.get(meter) ?? 0n);
    // Use in the report that is on no day read here cannot be assigned to a day.
    if (quantities.every((quantity) => quantity === 0n)) continue;
    for (const [at, part] of splitRow(amount, quantities, (place) => days[place]?.day ?? '').entries())
      costs[at] = (costs[at] ?? 0n) + part;
  }
  return costs;
};

/**
 * Returns the cost of each day of an operation's use, in day order: they sum to `amount`, which is that of its line. `charges` are the
 * month's of this operation. Empty when no meter counted.
 */
export const dayAmounts = (days: readonly DailySum[], charges: readonly Charge[], amount: Exact): Exact[] => {
  const costs = costsOf(days, charges);
  return sumExact(costs) === 0n ? costs : splitRow(amount, costs, (place) => days[place]?.day ?? '');
};

const usageSummed = (cells: readonly BillCell[]): BillCell[] =>
  [...Map.groupBy(cells, ({ service, usageType }) => JSON.stringify([service, usageType])).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const from = own.map((cell) => cell.from).toSorted(byId)[0] ?? first.from;
    const until =
      own
        .map((cell) => cell.until)
        .toSorted(byId)
        .at(-1) ?? first.until;
    const sums = {
      quantity: sumExact(own.map(({ quantity }) => quantity)),
      cost: sumExact(own.map((one) => one.cost)),
    };
    return [{ ...first, ...sums, from, until, lines: own.reduce((sum, { lines }) => sum + lines, 0) }];
  });

/**
 * Returns the part of a bill behind a line of billed but unmetered cost, whose `category` is that of the line: each cell of that
 * category; for usage, the types whose meter did not count (`used`: those that did), summed over days.
 */
export const billedCells = (
  cells: readonly BillCell[],
  category: string,
  used: ReadonlySet<Meter> = new Set(),
): BillCell[] => {
  const own = cells.filter((cell) => cell.category === category);
  if (category !== 'usage') return own;
  return usageSummed(own.filter(({ meter }) => meter === undefined || !used.has(meter)));
};

/**
 * Distributes a line's amount over the cells that it is a share of, by their cost (positive or negative): the parts sum to the line,
 * each within 1e-12 of its own share. All zero when the cells cancel out.
 */
export const partsOfCells = (costs: readonly Exact[], amount: Exact): Exact[] => {
  const total = sumExact(costs);
  if (total === 0n) return costs.map(() => 0n);
  let [soFar, given] = [0n, 0n];
  return costs.map((cost) => {
    soFar += cost;
    const upTo = divideHalfEven(soFar * amount, total);
    const part = upTo - given;
    given = upTo;
    return part;
  });
};

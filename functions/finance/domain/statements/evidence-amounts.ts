import { divideHalfEven, type Exact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { byId, splitRow } from '../../../../layers/kernel/money/split.ts';
import type { BillCell } from '../cloud-bills/summary.ts';
import type { DailySum } from '../metering/aggregate.ts';
import type { Meter } from '../pricing/meters.ts';
import { meterUse } from '../usage-report/meter-use.ts';
import type { Charge } from '../usage-report/model.ts';

/** What days cost at the month's blended prices: each meter's charge over them by how much it turned. */
const costsOf = (days: readonly DailySum[], charges: readonly Charge[]): Exact[] => {
  const uses = days.map(({ counts }) => meterUse(counts));
  const costs = days.map((): Exact => 0n);
  for (const { meter, amount } of charges) {
    const quantities = uses.map((use) => use.get(meter) ?? 0n);
    // What turned in the report and on no day read here has no day that it could stand with.
    if (quantities.every((quantity) => quantity === 0n)) continue;
    for (const [at, part] of splitRow(amount, quantities, (place) => days[place]?.day ?? '').entries())
      costs[at] = (costs[at] ?? 0n) + part;
  }
  return costs;
};

/**
 * What each day of an operation's use cost, in the order of the days: they sum to `amount`, which is its line's. `charges` are the
 * month's of this operation. Nothing where no meter turned.
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
 * What of a bill stands behind a line of what was billed and not metered, `category` being what of the bill the line is: each
 * cell of that category; of usage, the types whose meter did not turn (`used`: those that did), their days summed.
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
 * A line's amount over the cells that it is a share of, by their cost (above or below zero): the parts sum to the line, each
 * within 1e-12 of its own share. All nothing where the cells cancel out.
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

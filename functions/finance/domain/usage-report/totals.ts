import { divideHalfEven, type Exact, sumExact } from '../../../../layers/kernel/money/exact.ts';
import { roundMatrix } from '../../../../layers/kernel/money/round-matrix.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { isMetering } from '../metering/own-lines.ts';
import { type Quantity, unitPrice } from '../pricing/cost.ts';
import { type Meter, meterNames } from '../pricing/meters.ts';
import type { PriceBook } from '../pricing/price-book.ts';
import {
  type BlendedPrice,
  type Category,
  categories,
  type MemberTotal,
  type ReportLine,
  type UnitCost,
  type UnitCostRow,
} from './model.ts';

const byCategory = <T>(value: (category: Category) => T): Record<Category, T> => ({
  direct: value('direct'),
  shared: value('shared'),
  idle: value('idle'),
  unattributed: value('unattributed'),
});

const exactByMember = (lines: readonly ReportLine[], members: Iterable<string>) => {
  const exact = new Map<string, Record<Category, Exact>>([...members].map((member) => [member, byCategory(() => 0n)]));
  for (const { member, category, amount } of lines) {
    const row = exact.get(member) ?? byCategory((): Exact => 0n);
    row[category] += amount;
    exact.set(member, row);
  }
  return new Map([...exact].toSorted(([a], [b]) => byId(a, b)));
};

/**
 * Returns the amount of each member, with or without lines: rounded once, categories sum to the member and members to the rounded whole.
 * Ordered by member.
 */
export const memberTotals = (
  lines: readonly ReportLine[],
  members: Iterable<string>,
  minorDigits: number,
): MemberTotal[] => {
  const exact = exactByMember(lines, members);
  const matrix = new Map(
    [...exact].map(([member, row]) => [member, new Map(categories.map((name) => [name, row[name]]))]),
  );
  const rounded = roundMatrix(matrix, minorDigits).members;
  return [...exact].map(([member, row]) => ({
    member,
    exact: row,
    total: sumExact(Object.values(row)),
    rounded: byCategory((category) => rounded.get(member)?.lines.get(category) ?? 0),
    roundedTotal: rounded.get(member)?.total ?? 0,
  }));
};

/** Returns the blended price of each used meter, over all lines of the consortium. */
export const blendedPrices = (lines: readonly ReportLine[], book: PriceBook): BlendedPrice[] => {
  const sums = new Map<Meter, { quantity: Quantity; amount: Exact }>();
  for (const { charges } of lines)
    for (const { meter, quantity, amount } of charges) {
      const sum = sums.get(meter) ?? { quantity: 0n, amount: 0n };
      sum.quantity += quantity;
      sum.amount += amount;
      sums.set(meter, sum);
    }
  return meterNames.flatMap((meter) => {
    const sum = sums.get(meter);
    if (!sum) return [];
    const { quantity, amount } = sum;
    return [{ meter, unit: book.prices[meter].unit, unitPrice: unitPrice(meter, amount, quantity), quantity, amount }];
  });
};

/** Returns the cost of metering itself. */
export const meteringCost = (lines: readonly ReportLine[]): Exact =>
  sumExact(lines.flatMap(({ operation, amount }) => (isMetering(operation) ? [amount] : [])));

const unitCost = (name: string, events: number, amount: Exact): UnitCost => ({
  name,
  events,
  amount,
  perEvent: events === 0 ? undefined : divideHalfEven(amount, BigInt(events)),
});

const sumOf = (lines: readonly ReportLine[], value: (line: ReportLine) => number): number =>
  lines.reduce((sum, line) => sum + value(line), 0);
const amountOf = (lines: readonly ReportLine[]): Exact => sumExact(lines.map((line) => line.amount));

/**
 * Returns the cost of one use: for each named kind its metered cost over successful events, then for any request: metered, and in total
 * with the idle cost.
 */
export const unitCosts = (lines: readonly ReportLine[], rows: readonly UnitCostRow[]): UnitCost[] => {
  const metered = lines.filter((line) => line.category !== 'idle');
  const events = sumOf(metered, (line) => line.events);
  const named = rows.map(({ name, operations }) => {
    const own = metered.filter((line) => operations.includes(line.operation));
    return unitCost(
      name,
      sumOf(own, (line) => line.succeeded),
      amountOf(own),
    );
  });
  return [
    ...named,
    unitCost('request', events, amountOf(metered)),
    unitCost('request-with-idle', events, amountOf(lines)),
  ];
};

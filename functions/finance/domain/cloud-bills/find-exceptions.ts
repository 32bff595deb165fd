import type { Exact } from '../../../../layers/kernel/money/exact.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { comparedBy } from './compared.ts';
import { DAY_FLOOR } from './day-ratio.ts';
import { metersOff } from './find-in-meters.ts';
import type { MeteredCell } from './metered-use.ts';
import type { BillException, ServiceRow } from './reconciliation.ts';
import type { BillCell } from './summary.ts';

const perDay = <T>(cells: readonly T[], dayOf: (cell: T) => string, of: (cell: T) => Exact): Map<string, Exact> => {
  const days = new Map<string, Exact>();
  for (const cell of cells) days.set(dayOf(cell), (days.get(dayOf(cell)) ?? 0n) + of(cell));
  return days;
};

/** Returns the days with any billed line, also at no cost: an allowance is billed with zero. */
const isBilled = (cells: readonly BillCell[]) => {
  const days = new Set<string>();
  const spans: BillCell[] = [];
  for (const cell of cells) {
    if (cell.from === cell.until) days.add(cell.from);
    else spans.push(cell);
  }
  return (day: string): boolean => days.has(day) || spans.some(({ from, until }) => from <= day && day <= until);
};

const dayExceptions = (
  row: ServiceRow,
  metered: readonly MeteredCell[],
  billed: readonly BillCell[],
): BillException[] => {
  const { service } = row;
  const mine = perDay(
    metered,
    ({ day }) => day,
    ({ amount }) => amount,
  );
  const theirs = perDay(
    billed.filter(({ from, until }) => from === until),
    ({ from }) => from,
    ({ cost }) => cost,
  );
  const [billedOn, metersOn] = [isBilled(billed), new Set(metered.map(({ day }) => day))];
  const missing = [...mine].flatMap(([day, amount]): BillException[] =>
    amount * DAY_FLOOR >= row.metered && amount > 0n && !billedOn(day)
      ? [{ id: `missing-day:${service}:${day}`, kind: 'missing-day', service, day, difference: -amount }]
      : [],
  );
  const unmetered = [...theirs].flatMap(([day, cost]): BillException[] =>
    cost * DAY_FLOOR >= row.billed && cost > 0n && !metersOn.has(day)
      ? [{ id: `unmetered-day:${service}:${day}`, kind: 'unmetered-day', service, day, difference: cost }]
      : [],
  );
  return [...missing, ...unmetered].toSorted((a, b) => byId(a.id, b.id));
};

/**
 * Returns the differences of one row: nothing billed at all; otherwise the days that only one side has and, without those, what exceeds
 * the tolerance in the service, in one of its meters, or on a day of a meter. They sum to the row's difference except for the tolerated
 * part. Takes all metered and compared cells of the month.
 */
export const rowExceptions = (
  row: ServiceRow,
  metered: readonly MeteredCell[],
  compared: readonly BillCell[],
): BillException[] => {
  const { service } = row;
  const mine = metered.filter(({ meter, quantity }) => comparedBy[meter].name === service && quantity > 0n);
  const theirs = compared.filter(({ meter }) => meter !== undefined && comparedBy[meter].name === service);
  if (theirs.length === 0)
    return [{ id: `not-billed:${service}`, kind: 'not-billed', service, difference: row.difference }];
  const days = dayExceptions(row, mine, theirs);
  const named = new Set(days.flatMap(({ day }) => day ?? []));
  return [...metersOff(row, mine, theirs, named), ...days];
};

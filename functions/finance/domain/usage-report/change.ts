import { divideHalfEven, type Exact } from '../../../../layers/kernel/money/exact.ts';
import { byId } from '../../../../layers/kernel/money/split.ts';
import { lineKey } from './cells.ts';
import type { Charge, MonthReport, ReportLine, ReportRefusal } from './model.ts';

/**
 * The reason why an amount changed: the volume effect at last month's price, and the price effect on this month's use. The two sum to the
 * change.
 */
export type Effects = { before: Exact; after: Exact; change: Exact; volumeEffect: Exact; priceEffect: Exact };

/** The change since another month, by member and service. */
export type Change = Effects & { since: string; rows: (Effects & { member: string; service: string })[] };

const none: Effects = { before: 0n, after: 0n, change: 0n, volumeEffect: 0n, priceEffect: 0n };

const add = (a: Effects, b: Effects): Effects => ({
  before: a.before + b.before,
  after: a.after + b.after,
  change: a.change + b.change,
  volumeEffect: a.volumeEffect + b.volumeEffect,
  priceEffect: a.priceEffect + b.priceEffect,
});

/**
 * Returns the effects for one meter of one line in two months. Volume: the difference in quantity at the former price (rounded half to
 * even, 1e-12); price: the rest, so the two always sum to the change. A new line has no former price, so all is volume.
 */
export const effectsOf = (before: Omit<Charge, 'meter'>, after: Omit<Charge, 'meter'>): Effects => {
  const change = after.amount - before.amount;
  const volumeEffect =
    before.quantity === 0n
      ? change
      : divideHalfEven(before.amount * (after.quantity - before.quantity), before.quantity);
  return { before: before.amount, after: after.amount, change, volumeEffect, priceEffect: change - volumeEffect };
};

type Placed = { line: ReportLine; charge: Charge };

const chargesByKey = (lines: readonly ReportLine[]): Map<string, Placed> =>
  new Map(lines.flatMap((line) => line.charges.map((charge) => [`${lineKey(line)}${charge.meter}`, { line, charge }])));

const nothing = { quantity: 0n, amount: 0n };

/**
 * Returns the change from one month to another, split into volume and price effects that sum to it exactly; tiers, allowances and the
 * agreed key are reflected in the affected lines. Refuses `not-comparable` (other currency, or another member's view).
 */
export const changeBetween = (before: MonthReport, after: MonthReport): Change | ReportRefusal => {
  if (before.currency !== after.currency || before.member !== after.member) {
    return {
      refused: [{ code: 'not-comparable', detail: 'The months differ in currency or in whose lines they hold' }],
    };
  }
  const [old, now] = [chargesByKey(before.lines), chargesByKey(after.lines)];
  const rows = new Map<string, Effects & { member: string; service: string }>();
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const line = (now.get(key) ?? old.get(key))?.line;
    if (!line) continue;
    const { member, service } = line;
    const effects = effectsOf(old.get(key)?.charge ?? nothing, now.get(key)?.charge ?? nothing);
    const rowKey = JSON.stringify([member, service]);
    rows.set(rowKey, { member, service, ...add(rows.get(rowKey) ?? none, effects) });
  }
  const ordered = [...rows].toSorted(([a], [b]) => byId(a, b)).map(([, row]) => row);
  return { since: before.month, ...ordered.reduce<Effects>(add, none), rows: ordered };
};

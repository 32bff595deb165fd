import { type Encumbrance, encumbrancesOf, overLimit } from './encumbrance.ts';
import { levelsOf } from './fund.ts';
import {
  encumberedBy,
  hasTooManyFunds,
  invoicedOf,
  isReleased,
  type Line,
  type Order,
  releasedLine,
  spentOn,
  takesStep,
  wantedOf,
  withEncumbrances,
  withStep,
} from './order.ts';
import { splitPrice } from './order-price.ts';
import { isEncumbered } from './order-step.ts';
import type { Basis, OrderRow, Outcome, RollOverTerms } from './roll-over.ts';
import { changedBy, type Funds, successorOf } from './roll-over-funds.ts';
import { dueIn, MOST_ROLLS, type Roll, sharesIn, spentInYear } from './rolled-line.ts';

const takenBy = ({ encumbrances }: Line): number => encumbrances.reduce((sum, { amount }) => sum + amount, 0);

/** Whether anything of a line is still to come or to be paid. */
const isOpen = (line: Line): boolean => takenBy(line) > 0 || (!isReleased(line) && invoicedOf(line) < wantedOf(line));

const amountBy: Record<Basis, (line: Line) => number> = {
  remaining: takenBy,
  expended: (line) => Math.max(0, spentInYear(spentOn(line), line)),
  initial: (line) => dueIn(line, wantedOf(line)),
};

const withShares = (line: Line, shares: Line['shares']): Line =>
  withEncumbrances({
    ...{ ...line, shares },
    encumbrances: [...splitPrice(shares, line.total).keys()].map((fund) => ({ fund, amount: 0 })),
  });

/** Returns a line in the new year. */
export const rolledLine = (line: Line, year: string, terms: RollOverTerms): Line => {
  const { basis = 'remaining', change } = terms;
  const roll: Roll = {
    ...{ from: year, base: isOpen(line) ? changedBy(amountBy[basis](line), change) : 0, shares: line.shares },
    ...{ spent: spentOn(line), invoiced: invoicedOf(line), wanted: wantedOf(line) },
  };
  const shares = sharesIn(line.shares, (fund) => successorOf(terms, fund));
  return withShares({ ...line, rolls: [...(line.rolls ?? []), roll] }, shares);
};

const restoredLine = ({ rolls = [], ...line }: Line): Line => {
  const left = rolls.slice(0, -1);
  return withShares({ ...line, ...(left.length > 0 && { rolls: left }) }, rolls.at(-1)?.shares ?? line.shares);
};

type Step = { by: string; at: string };

/** Returns an order in the new year. */
export const rolledOrder = (order: Order, terms: RollOverTerms, step: Step): Order => {
  const lines = order.lines.map((line) => rolledLine(line, order.year, terms));
  const reference = `${order.year} → ${terms.to}`;
  return withStep(order, { lines, year: terms.to }, { ...step, act: 'roll-over', reference });
};

/** Returns whether a roll-over moved an order from one year into the one in which it is. */
export const cameFrom = ({ lines }: Order, year: string): boolean =>
  lines.every(({ rolls }) => rolls?.at(-1)?.from === year);

/** Returns an order in the year from which a roll-over moved it. What was received meanwhile stays received. */
export const restoredOrder = (order: Order, year: string, step: Step): Order => {
  const restored = order.lines.map(restoredLine);
  const lines = isEncumbered(order.state) ? restored : restored.map(releasedLine);
  const reference = `${order.year} → ${year}`;
  return withStep(order, { lines, year }, { ...step, act: 'roll-back', reference });
};

/** Returns what amounts by fund add to the funds and those above them; funds that are not there are left out. */
export const encumbrancesIn = (funds: Funds, amounts: ReadonlyMap<string, number>): Encumbrance[] =>
  encumbrancesOf(
    [...amounts].flatMap(([code, amount]) => {
      const fund = funds.get(code);
      return fund && amount !== 0 ? [{ levels: levelsOf(funds, fund), amount }] : [];
    }),
  );

/** Returns the reason why an order stays whatever its funds allow. */
const staysFor = (order: Order, terms: RollOverTerms): Outcome | undefined => {
  if (order.state === 'closed' || order.state === 'cancelled') return order.state;
  if (!isEncumbered(order.state)) return 'not-placed';
  if (terms.basis === undefined || terms.except.includes(order.number)) return 'excepted';
  if (!order.lines.some(isOpen)) return 'nothing-left';
  const isFull = !takesStep(order) || order.lines.some(({ rolls = [] }) => rolls.length >= MOST_ROLLS);
  return isFull || hasTooManyFunds(order) ? 'too-many' : undefined;
};

/** How many funds an order changes in one year at most: one transaction writes those of both years. */
const MOST_LEVELS = 40;

/** What becomes of an order, with what it takes of the new year's funds and those above them when it rolls. */
export type PlannedOrder = { row: OrderRow; rolled?: { order: Order; encumbrances: Encumbrance[] } };

const idleLevel = (taken: readonly Encumbrance[]): string | undefined =>
  taken.find(({ fund }) => fund.closed || fund.state !== 'active')?.fund.code;

/** Returns what becomes of an order of the old year, as the funds of the new one are now. It moves whole or not at all. */
export const planOrder = (order: Order, terms: RollOverTerms, funds: Funds, step: Step): PlannedOrder => {
  const before = isEncumbered(order.state) ? order.lines.reduce((sum, line) => sum + takenBy(line), 0) : 0;
  const row = { kind: 'order' as const, orderId: order.orderId, number: order.number, before };
  const stays = staysFor(order, terms);
  if (stays) return { row: { ...row, outcome: stays, takes: [] } };
  const rolled = rolledOrder(order, terms, step);
  const sums = encumberedBy(rolled.lines);
  const takes = [...sums].map(([fund, amount]) => ({ fund, amount })).toSorted((a, b) => (a.fund < b.fund ? -1 : 1));
  const missing = takes.find(({ fund }) => !funds.has(fund))?.fund;
  if (missing !== undefined) return { row: { ...row, outcome: 'no-successor', takes, fund: missing } };
  const encumbrances = encumbrancesIn(funds, sums);
  if (encumbrances.length > MOST_LEVELS) return { row: { ...row, outcome: 'too-many', takes } };
  const idle = idleLevel(encumbrances);
  if (idle !== undefined) return { row: { ...row, outcome: 'fund-idle', takes, fund: idle } };
  const over = overLimit(encumbrances);
  if (over) {
    const { fund, asked, most } = over;
    return { row: { ...row, outcome: 'limit', takes, fund: fund.code, shortfall: asked - most } };
  }
  return { row: { ...row, outcome: 'rolls', takes }, rolled: { order: rolled, encumbrances } };
};

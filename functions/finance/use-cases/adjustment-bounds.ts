import { decimalsOf } from '../../../layers/kernel/money/currency.ts';
import { fromMinorUnits, toMinorUnits } from '../../../layers/kernel/money/exact.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import type { AdjustmentStore } from '../data/adjustment-store.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { PriceBooks } from '../data/price-books.ts';
import type { StatementStore } from '../data/statement-store.ts';
import {
  type Adjusted,
  boundedBy,
  exceeds,
  type LinePlace,
  limitOf,
  sumOfAdjusted,
} from '../domain/statements/adjusted-sum.ts';
import { type Adjustment, adjustmentLineId } from '../domain/statements/adjustment.ts';
import type { AdjustmentBounds, Billing } from '../domain/statements/billing-policy.ts';
import { type Exchange, exchanged, exchangeOf } from '../domain/statements/exchange.ts';

type Statements = { periods: PeriodStore; statements: StatementStore };

/** Returns a member's closed statement of a month with its invoice; undefined when there is none. */
export const closedStatement = async (
  { periods, statements }: Statements,
  { memberId, month }: { memberId: string; month: string },
) => {
  const { period } = await periods.load(month);
  const head = period.state === 'closed' ? await statements.head(period, memberId) : undefined;
  return head && { statement: await statements.read(head), invoice: head.invoice };
};

type Root = LinePlace & { amount: number };

/**
 * Returns the line that a line corrects or carries in the end, with its amount: a correction of a correction changes the line that both
 * correct. Earlier statements were closed before later ones, so that each is found.
 */
const rootOf = async (deps: Statements, memberId: string, place: LinePlace): Promise<Root | undefined> => {
  const found = await closedStatement(deps, { memberId, month: place.month });
  const line = found?.statement.lines.find(({ lineId }) => lineId === place.lineId);
  const before = line?.corrects ?? line?.carries;
  if (before) return rootOf(deps, memberId, before);
  return line && { ...place, amount: line.amount };
};

/** Returns the line at the root of a correction; for another adjustment, none. */
const rootOfAdjustment = async (deps: Statements, adjustment: Adjustment): Promise<Root> => {
  const none = { month: '', lineId: '', amount: 0 };
  if (adjustment.kind !== 'correction') return none;
  return (await rootOf(deps, adjustment.memberId, adjustment.corrects)) ?? none;
};

/** Returns the amount of an adjustment in the currency of the statements, in which the policy bounds credits and charges. */
const inStatements = ({ kind, amount, currency }: Adjustment, exchange: Exchange): number => {
  if (kind === 'correction' || !exchange.rate) return amount;
  return toMinorUnits(exchanged(fromMinorUnits(amount, decimalsOf(currency)), exchange), decimalsOf(exchange.into));
};

/** Returns the conversion of a currency; refused when a month's statements lack it: their failure would delay the whole month. */
export const rateOf = async (
  { books }: { books: PriceBooks },
  billing: Billing,
  { month, currency }: { month: string; currency: string },
) => {
  const into = billing.currency ?? (await books.ofMonth(month))?.currency ?? currency;
  return (
    exchangeOf(billing, currency, into) ??
    refuse('no-rate', `There is no rate from ${currency} to ${into}.`, '/body/currency')
  );
};

type Bounded = { month: string; adjustment: Adjustment; bounds: AdjustmentBounds; exchange: Exchange };

/**
 * Returns the writes that count an adjustment in the sum that the policy bounds, if nobody has changed that sum meanwhile; or the refusal
 * `beyond-bounds` with the limit, what is used of it and what was asked for.
 */
export const withinBounds = async (
  deps: Statements & { adjustments: AdjustmentStore },
  { month, adjustment, bounds, exchange }: Bounded,
): Promise<{ writes: Write[] } | { refused: RefusalOf<'beyond-bounds'>[] }> => {
  const { memberId, kind } = adjustment;
  const root = await rootOfAdjustment(deps, adjustment);
  const of = boundedBy(adjustment, month, root);
  const before = of === undefined ? undefined : await deps.adjustments.adjusted(memberId, of);
  const use = {
    limit: limitOf(kind, root.amount, bounds),
    used: before ? sumOfAdjusted(before.adjusted) : 0,
    asked: inStatements(adjustment, exchange),
  };
  if (exceeds(use)) {
    const currency = kind === 'correction' ? adjustment.currency : exchange.into;
    const money = (amount: number) => ({ amount, currency });
    const params = { limit: money(use.limit), used: money(use.used), asked: money(use.asked) };
    const detail = `The billing policy allows ${use.limit} minor units in all: ${use.used} are used, ${use.asked} were asked for.`;
    return { refused: [{ code: 'beyond-bounds', detail, pointer: '/body/amount', params }] };
  }
  if (!before) return { writes: [] };
  const entry = { month, lineId: adjustmentLineId(adjustment), amount: use.asked };
  return { writes: [deps.adjustments.savingAdjusted(before, [...before.adjusted, entry])] };
};

/** Returns the writes by which a withdrawn adjustment no longer counts in the sum that the policy bounds. */
export const freesBound = async (
  deps: Statements & { adjustments: AdjustmentStore },
  { month, adjustment }: Pick<Bounded, 'month' | 'adjustment'>,
): Promise<Write[]> => {
  const of = boundedBy(adjustment, month, await rootOfAdjustment(deps, adjustment));
  if (of === undefined) return [];
  const before = await deps.adjustments.adjusted(adjustment.memberId, of);
  const lineId = adjustmentLineId(adjustment);
  const left: Adjusted = before.adjusted.filter((one) => one.month !== month || one.lineId !== lineId);
  return left.length === before.adjusted.length ? [] : [deps.adjustments.savingAdjusted(before, left)];
};

import { monthBefore, shiftedMonth } from '../../../layers/kernel/calendar/month.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import { readDirectory } from '../../membership/public/directory-store.ts';
import { type BudgetStore, budgetStore, type StoredAlert } from '../data/budget-store.ts';
import type { MonthStore } from '../data/month-store.ts';
import { periodStore } from '../data/period-store.ts';
import { spendingStore } from '../data/spending-store.ts';
import { statementStore } from '../data/statement-store.ts';
import { type Alert, alertName, alertsOf } from '../domain/budgets/alert.ts';
import { type Budget, budgetIn, measures } from '../domain/budgets/budget.ts';
import { periodsBack, spans } from '../domain/budgets/span.ts';
import { type Spending, type Stated, spendingOf } from '../domain/budgets/spending.ts';
import { standingOf } from '../domain/budgets/standing.ts';
import type { Period } from '../domain/periods/period.ts';
import { billingNow } from './budget-years.ts';

/** Months that are looked back on: a month may be closed late, by a year at most. */
const MONTHS = 13;
/** Fiscal years that are judged: this one, and the one before as long as its last months are being closed. */
const YEARS = 2;
/** Rows that are written side by side. */
const AT_ONCE = 8;

/** `publish` tells subscribers of an alert; it throws when nobody took it. */
type House = { table: Table; months: MonthStore; publish: (alert: Alert) => Promise<void> };
type Kept = ReadonlyMap<string, Spending>;

const statedIn = async (table: Table, period: Period | undefined): Promise<Stated | undefined> => {
  if (period?.state !== 'closed' || !period.draft) return undefined;
  const heads = await statementStore(table).heads(period);
  const { currency, total } = period.draft;
  return { currency, total, byMember: new Map(heads.map((head) => [head.memberId, head.total])) };
};

/** Whether a month can be other than it was noted: it runs, has just ended, was never read, or has been closed since. */
const mayHaveMoved = (month: string, running: string, kept: Kept, period: Period | undefined): boolean => {
  const row = kept.get(month);
  if (row?.settled) return false;
  return month === running || month === monthBefore(running) || !row || period?.state === 'closed';
};

const isSame = (one: Spending | undefined, other: Spending): boolean =>
  one !== undefined && JSON.stringify({ ...one, asOf: 0 }) === JSON.stringify({ ...other, asOf: 0 });

/** Reads the months that may have moved, and notes what members and the consortium have spent in each. */
const noteSpending = async ({ table, months }: House, now: number): Promise<void> => {
  const running = iso(now).slice(0, 7);
  const looked = Array.from({ length: MONTHS }, (_, back) => shiftedMonth(running, -back));
  const first = looked.at(-1) ?? running;
  const spending = spendingStore(table);
  const kept = new Map((await spending.of('consortium', first)).map((row) => [row.month, row]));
  const periods = new Map((await periodStore(table).list(first, running)).map((period) => [period.month, period]));
  for (const month of looked.filter((one) => mayHaveMoved(one, running, kept, periods.get(one)))) {
    const read = await months.read(month, now);
    if ('refused' in read) continue;
    const rows = spendingOf(read.report, await statedIn(table, periods.get(month)), now);
    const [whole, ...members] = rows;
    if (!whole || isSame(kept.get(month), whole)) continue;
    await mapInBatches(members, AT_ONCE, (row) => spending.note(row));
    // Last: what broke off before it is found as it was, and noted again.
    await spending.note(whole);
  }
};

const judged = (budgets: readonly Budget[], spending: readonly Spending[], startsIn: number, now: number) => {
  const running = iso(now).slice(0, 7);
  return measures.flatMap((measure) =>
    spans.flatMap((span) =>
      periodsBack(span, running, startsIn, span === 'month' ? MONTHS : YEARS).flatMap((period) => {
        const budget = budgetIn(budgets, { measure, span }, period);
        return budget ? alertsOf(budget, standingOf(budget, period, spending, startsIn), iso(now)) : [];
      }),
    ),
  );
};

/** Puts on the bus what is not told yet, and notes it: whoever breaks off between the two is told twice, under one id. */
const tell = async (store: BudgetStore, publish: House['publish'], alerts: readonly StoredAlert[]): Promise<void> => {
  for (const { told: _, ...alert } of alerts) {
    await publish(alert);
    await store.told(alert);
  }
};

/**
 * Notes what was spent, and raises an alert for each threshold that was passed: once for budget, period and threshold, however
 * often and in whatever order it is looked. Gives how many were raised. `now` in epoch ms.
 */
export const watchBudgets = async (house: House, now: number): Promise<number> => {
  const { table, publish } = house;
  await noteSpending(house, now);
  const [store, spending] = [budgetStore(table), spendingStore(table)];
  const starts = new Map((await readDirectory(table)).map((one) => [one.memberId, one.fiscalYearStartsIn]));
  starts.set('consortium', (await billingNow(table, now)).fiscalYearStartsIn);
  const from = shiftedMonth(iso(now).slice(0, 7), -12 * YEARS);
  let raised = 0;
  for (const owner of (await store.all()).keys()) {
    const { budgets, alerts } = await store.of(owner);
    const known = new Set(alerts.map(alertName));
    const due = judged(budgets, await spending.of(owner, from), starts.get(owner) ?? 1, now);
    const news: StoredAlert[] = [];
    for (const alert of due.filter((one) => !known.has(alertName(one)))) {
      if (await store.raise(alert)) news.push({ ...alert, told: false });
    }
    await tell(store, publish, [...alerts.filter(({ told }) => !told), ...news]);
    raised += news.length;
  }
  return raised;
};

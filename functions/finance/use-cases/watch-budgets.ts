import { monthBefore, shiftedMonth } from '../../../layers/kernel/calendar/month.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import { billingAt } from '../data/billing-in-force.ts';
import type { StoredAlert } from '../data/budget-store.ts';
import type { BudgetWatchDeps } from '../deps.ts';
import { alertName, alertsOf } from '../domain/budgets/alert.ts';
import { type Budget, budgetIn, measures } from '../domain/budgets/budget.ts';
import { budgetStatusOf } from '../domain/budgets/budget-status.ts';
import { periodsBack, spans } from '../domain/budgets/span.ts';
import { type Spending, type Stated, spendingOf } from '../domain/budgets/spending.ts';
import type { Period } from '../domain/periods/period.ts';

/** Months that are read again: a month may be closed late, by a year at most. */
const MONTHS = 13;
/** Fiscal years that are checked: the current one, and the previous one while its last months are being closed. */
const YEARS = 2;
/** The number of rows written concurrently. */
const AT_ONCE = 8;

type Known = ReadonlyMap<string, Spending>;

const statedIn = async ({ statements }: BudgetWatchDeps, period: Period | undefined): Promise<Stated | undefined> => {
  if (period?.state !== 'closed' || !period.draft) return undefined;
  const heads = await statements.heads(period);
  const { currency, total } = period.draft;
  const byMember = new Map(heads.map(({ memberId, total: whole, carried = 0 }) => [memberId, whole - carried]));
  return { currency, total, byMember };
};

/** Returns whether a month can differ from its stored row: it is current, has just ended, was never read, or has been closed since. */
const mayHaveMoved = (month: string, running: string, known: Known, period: Period | undefined): boolean => {
  const row = known.get(month);
  if (row?.settled) return false;
  return month === running || month === monthBefore(running) || !row || period?.state === 'closed';
};

const isSame = (one: Spending | undefined, other: Spending): boolean =>
  one !== undefined && JSON.stringify({ ...one, asOf: 0 }) === JSON.stringify({ ...other, asOf: 0 });

/** Reads the months that may have changed, and stores the spending of members and the consortium in each. */
const recordSpending = async (deps: BudgetWatchDeps, now: number): Promise<void> => {
  const { spending } = deps;
  const running = iso(now).slice(0, 7);
  const months = Array.from({ length: MONTHS }, (_, back) => shiftedMonth(running, -back));
  const first = months.at(-1) ?? running;
  const known = new Map((await spending.of('consortium', first)).map((row) => [row.month, row]));
  const periods = new Map((await deps.periods.list(first, running)).map((period) => [period.month, period]));
  for (const month of months.filter((one) => mayHaveMoved(one, running, known, periods.get(one)))) {
    const read = await deps.months.read(month, now);
    if ('refused' in read) continue;
    const rows = spendingOf(read.report, await statedIn(deps, periods.get(month)), now);
    const [total, ...members] = rows;
    if (!total) continue;
    const membersHash = sha256(JSON.stringify(members.map((row) => ({ ...row, asOf: 0 }))));
    const whole = { ...total, membersHash };
    if (isSame(known.get(month), whole)) continue;
    await mapInBatches(members, AT_ONCE, (row) => spending.note(row));
    // The consortium's row comes last: after an interrupted run the next one finds the month unfinished, and stores it again.
    await spending.note(whole);
  }
};

const judged = (budgets: readonly Budget[], spending: readonly Spending[], startsIn: number, now: number) => {
  const running = iso(now).slice(0, 7);
  return measures.flatMap((measure) =>
    spans.flatMap((span) =>
      periodsBack(span, running, startsIn, span === 'month' ? MONTHS : YEARS).flatMap((period) => {
        const budget = budgetIn(budgets, { measure, span }, period);
        return budget ? alertsOf(budget, budgetStatusOf(budget, period, spending, startsIn), iso(now)) : [];
      }),
    ),
  );
};

/**
 * Publishes alerts that are not published yet, and marks them. A run that crashes between the two publishes an alert twice, under one
 * id.
 */
const publishAlerts = async ({ budgets, publish }: BudgetWatchDeps, alerts: readonly StoredAlert[]): Promise<void> => {
  for (const { published: _, ...alert } of alerts) {
    await publish(alert);
    await budgets.published(alert);
  }
};

/**
 * Records the spending, and raises an alert for each passed threshold: once for budget, period and threshold, however often and in
 * whatever order it runs. Returns the number of raised alerts. `now` in epoch ms.
 */
export const watchBudgets = async (deps: BudgetWatchDeps, now: number): Promise<number> => {
  await recordSpending(deps, now);
  const starts = new Map((await deps.directory()).map((one) => [one.memberId, one.fiscalYearStartsIn]));
  starts.set('consortium', (await billingAt(deps.policies, now)).fiscalYearStartsIn);
  const from = shiftedMonth(iso(now).slice(0, 7), -12 * YEARS);
  let raised = 0;
  for (const owner of (await deps.budgets.all()).keys()) {
    const { budgets, alerts } = await deps.budgets.of(owner);
    const known = new Set(alerts.map(alertName));
    const due = judged(budgets, await deps.spending.of(owner, from), starts.get(owner) ?? 1, now);
    const added: StoredAlert[] = [];
    for (const alert of due.filter((one) => !known.has(alertName(one)))) {
      if (await deps.budgets.raise(alert)) added.push({ ...alert, published: false });
    }
    await publishAlerts(deps, [...alerts.filter(({ published }) => !published), ...added]);
    raised += added.length;
  }
  return raised;
};

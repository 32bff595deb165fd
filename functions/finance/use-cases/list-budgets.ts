import { shiftedMonth } from '../../../layers/kernel/calendar/month.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { BudgetDeps } from '../deps.ts';
import { type Budget, budgetIn, measures } from '../domain/budgets/budget.ts';
import { type BudgetStatus, budgetStatusOf } from '../domain/budgets/budget-status.ts';
import { periodsBack, spans } from '../domain/budgets/span.ts';
import type { Spending } from '../domain/budgets/spending.ts';
import { currencyOf, yearStartOf } from './budget-terms.ts';

/** The number of periods listed: a statement follows a month after its month. */
const LISTED = { month: 3, year: 2 };

const statusesOf = (
  budgets: readonly Budget[],
  spending: readonly Spending[],
  startsIn: number,
  month: string,
): BudgetStatus[] =>
  measures.flatMap((measure) =>
    spans.flatMap((span) =>
      periodsBack(span, month, startsIn, LISTED[span]).flatMap((period) => {
        const budget = budgetIn(budgets, { measure, span }, period);
        return budget ? [budgetStatusOf(budget, period, spending, startsIn)] : [];
      }),
    ),
  );

/** Lists the budgets of a member or of the consortium, with what was spent of them and the alerts that they raised. */
export const listBudgets = async (deps: BudgetDeps, { owner, now }: { owner: string; now: number }) => {
  const fiscalYearStartsIn = await yearStartOf(deps, owner, now);
  if (fiscalYearStartsIn === undefined)
    return refuse('unknown-member', `There is no member ${owner}.`, '/query/member');
  const [platform, statement] = [await currencyOf(deps, 'platform', now), await currencyOf(deps, 'statement', now)];
  if (platform === undefined || statement === undefined) return refuse('no-price-book', 'No price book is in force.');
  const month = iso(now).slice(0, 7);
  const rows = await deps.spending.of(owner, shiftedMonth(month, -24));
  const { budgets, alerts } = await deps.budgets.of(owner);
  const asOf = Math.max(...rows.map((row) => row.asOf));
  return answer({
    ...{ owner, fiscalYearStartsIn, currencies: { platform, statement }, budgets },
    ...(rows.length > 0 && { asOf: iso(asOf) }),
    statuses: statusesOf(budgets, rows, fiscalYearStartsIn, month),
    alerts: alerts.map(({ published: _, ...alert }) => alert).toSorted((a, b) => (a.at < b.at ? 1 : -1)),
  });
};

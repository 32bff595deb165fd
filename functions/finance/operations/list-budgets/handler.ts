import { shiftedMonth } from '../../../../layers/kernel/calendar/month.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { budgetStore } from '../../data/budget-store.ts';
import { spendingStore } from '../../data/spending-store.ts';
import { type Budget, budgetIn, measures } from '../../domain/budgets/budget.ts';
import { periodsBack, spans } from '../../domain/budgets/span.ts';
import type { Spending } from '../../domain/budgets/spending.ts';
import { type Standing, standingOf } from '../../domain/budgets/standing.ts';
import { currencyOf, yearStartOf } from '../../use-cases/budget-years.ts';
import { contract } from './contract.ts';

/** Periods that are shown: a statement comes a month after its month. */
const SHOWN = { month: 3, year: 2 };

const standingsOf = (
  budgets: readonly Budget[],
  spending: readonly Spending[],
  startsIn: number,
  month: string,
): Standing[] =>
  measures.flatMap((measure) =>
    spans.flatMap((span) =>
      periodsBack(span, month, startsIn, SHOWN[span]).flatMap((period) => {
        const budget = budgetIn(budgets, { measure, span }, period);
        return budget ? [standingOf(budget, period, spending, startsIn)] : [];
      }),
    ),
  );

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return {
      ...{ table, environment: runtime.environment },
      ...{ budgets: budgetStore(table), spending: spendingStore(table) },
    };
  },
  async ({ query: { member: owner = 'consortium' }, now }, { table, environment, budgets: store, spending }) => {
    const fiscalYearStartsIn = await yearStartOf(table, owner, now);
    if (fiscalYearStartsIn === undefined)
      return refuse('unknown-member', `There is no member ${owner}.`, '/query/member');
    const currency = (measure: 'platform' | 'statement') => currencyOf({ environment }, table, measure, now);
    const [platform, statement] = [await currency('platform'), await currency('statement')];
    if (platform === undefined || statement === undefined) return refuse('no-price-book', 'No price book is in force.');
    const month = iso(now).slice(0, 7);
    const rows = await spending.of(owner, shiftedMonth(month, -24));
    const { budgets, alerts } = await store.of(owner);
    const asOf = Math.max(...rows.map((row) => row.asOf));
    return answer({
      ...{ owner, fiscalYearStartsIn, currencies: { platform, statement }, budgets },
      ...(rows.length > 0 && { asOf: iso(asOf) }),
      standings: standingsOf(budgets, rows, fiscalYearStartsIn, month),
      alerts: alerts.map(({ told: _, ...alert }) => alert).toSorted((a, b) => (a.at < b.at ? 1 : -1)),
    });
  },
);

import type { Alert } from '../domain/budgets/alert.ts';
import type { Budget } from '../domain/budgets/budget.ts';
import type { BudgetStatus } from '../domain/budgets/budget-status.ts';

const place = { measure: 'platform', span: 'month', from: '2026-11' } as const;

/** A budget, for examples in contracts. */
export const exampleBudget: Budget = {
  ...{ owner: 'riverton', ...place, amount: 5000, currency: 'USD' },
  thresholds: { actual: [50, 80, 100], forecast: 100 },
  set: { at: '2026-11-02T09:00:00.000Z', by: 'staff:stf_01kb0000000000000000000000' },
  v: 1,
};

/** Its status in its first month. */
export const exampleBudgetStatus: BudgetStatus = {
  ...{ ...place, period: '2026-11', firstDay: '2026-11-01', lastDay: '2026-11-30', amount: 5000, currency: 'USD' },
  ...{ actual: 4100, actualPercent: 82, knownDays: 24, days: 30, forecast: 5125, forecastPercent: 102 },
};

/** An alert of it. */
export const exampleAlert: Alert = {
  ...{ owner: 'riverton', ...place, v: 1, period: '2026-11', weighs: 'actual', threshold: 80 },
  ...{ at: '2026-11-24T06:00:00.000Z', amount: 5000, currency: 'USD', actual: 4100, forecast: 5125 },
};

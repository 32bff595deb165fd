import { shiftedMonth } from '../../../layers/kernel/calendar/month.ts';
import type { BudgetStore } from '../data/budget-store.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { StatementStore } from '../data/statement-store.ts';
import { budgetIn } from '../domain/budgets/budget.ts';
import { periodOf, spans } from '../domain/budgets/span.ts';
import { carriedMonths } from '../domain/statements/billing-cycle.ts';
import type { Billing } from '../domain/statements/billing-policy.ts';
import type { Beside } from '../domain/statements/printed-statement.ts';
import type { Statement } from '../domain/statements/statement.ts';

type Deps = { periods: PeriodStore; statements: StatementStore; budgets: Pick<BudgetStore, 'of'> };
type Of = { month: string; memberId: string };

const statementBefore = async (
  { periods, statements }: Deps,
  { month, memberId }: Of,
): Promise<Statement | undefined> => {
  const { period } = await periods.load(shiftedMonth(month, -1));
  if (period.state !== 'closed') return undefined;
  const head = await statements.head(period, memberId);
  return head && statements.read(head);
};

const budgetOf = async (
  { budgets }: Deps,
  { month, memberId }: Of,
  { currency, startsIn }: { currency: string; startsIn: number },
): Promise<Beside['budget']> => {
  const own = (await budgets.of(memberId)).budgets.filter((budget) => budget.currency === currency);
  const [found] = spans.flatMap((span) => {
    const period = periodOf(span, month, startsIn);
    const budget = budgetIn(own, { measure: 'statement', span }, period);
    return budget ? [{ period, amount: budget.amount }] : [];
  });
  return found;
};

/**
 * Returns what a printed statement shows beside its lines: seller and buyer by the policy that it was sealed with, the closed month
 * before in the same currency, and the member's budget for its statements.
 */
export const loadBeside = async (
  deps: Deps,
  { month, memberId, currency, lines }: Pick<Statement, 'month' | 'memberId' | 'currency' | 'lines'>,
  {
    member,
    billing,
  }: { member: { fiscalYearStartsIn: number } | undefined; billing: Pick<Billing, 'seller' | 'buyers'> },
): Promise<Beside> => {
  const startsIn = member?.fiscalYearStartsIn ?? 1;
  const [before, budget] = await Promise.all([
    statementBefore(deps, { month, memberId }),
    budgetOf(deps, { month, memberId }, { currency, startsIn }),
  ]);
  const buyer = billing.buyers?.find((one) => one.memberId === memberId);
  return {
    ...(billing.seller && { seller: billing.seller }),
    ...(buyer && { buyer }),
    // A bill of several months does not compare with one month.
    ...(before?.currency === currency && carriedMonths({ lines }).length === 0 && { before }),
    ...(budget && { budget }),
  };
};

import { monthBefore } from '../../../layers/kernel/calendar/month.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { DisputeStore } from '../data/dispute-store.ts';
import type { PeriodStore } from '../data/period-store.ts';
import type { StatementStore } from '../data/statement-store.ts';
import { newPeriod } from '../domain/periods/period.ts';
import { periodView } from '../schemas/periods.ts';
import { verifyPeriods } from './verify-periods.ts';

type Deps = {
  periods: PeriodStore;
  statements: StatementStore;
  disputes: DisputeStore;
  alertCounts: (from: string, to: string) => Promise<Record<string, number>>;
  staffNames: (actors: readonly string[]) => Promise<Record<string, string>>;
};
type Query = { until?: string | undefined; months?: number | undefined; verify?: unknown };

/** The default number of months. */
const LISTED = 13;

const monthsBack = (until: string, count: number): string[] => {
  const months = [until];
  for (let i = 1; i < count; i += 1) months.push(monthBefore(months.at(-1) ?? until));
  return months;
};

/**
 * Lists the periods back from a month, with open disputes, budget alerts and names of staff; `verify` checks the chain of closed
 * periods.
 */
export const listPeriods = async (deps: Deps, { until, months: count = LISTED, verify }: Query, now: number) => {
  const months = monthsBack(until ?? iso(now).slice(0, 7), count);
  const [from, to] = [months.at(-1) ?? '', months[0] ?? ''];
  const [stored, openDisputes, budgetAlerts] = await Promise.all([
    deps.periods.list(from, to),
    deps.disputes.open(),
    deps.alertCounts(from, to),
  ]);
  const byMonth = new Map(stored.map((period) => [period.month, period]));
  const names = await deps.staffNames(stored.flatMap(({ steps }) => steps.map(({ by }) => by)));
  const periods = months.map((month) => periodView(byMonth.get(month) ?? newPeriod(month)));
  const list = { periods, openDisputes, budgetAlerts, names };
  if (verify === undefined) return list;
  const { closed, broken } = await verifyPeriods(deps);
  return { ...list, chain: { closed, verified: broken === undefined, ...(broken && { broken }) } };
};

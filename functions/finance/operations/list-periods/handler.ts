import { monthBefore } from '../../../../layers/kernel/calendar/month.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { staffNames } from '../../../catalogue/public/staff-names.ts';
import { alertCounts } from '../../data/budget-alert-counts.ts';
import { disputeStore } from '../../data/dispute-store.ts';
import { periodStore } from '../../data/period-store.ts';
import { statementStore } from '../../data/statement-store.ts';
import { verifyPeriods } from '../../data/verify-periods.ts';
import { newPeriod } from '../../domain/periods/period.ts';
import { periodView } from '../../schemas/period-shapes.ts';
import { contract } from './contract.ts';

/** How many months the board shows unless said. */
const SHOWN = 13;

const monthsBack = (until: string, count: number): string[] => {
  const months = [until];
  for (let i = 1; i < count; i += 1) months.push(monthBefore(months.at(-1) ?? until));
  return months;
};

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    const closed = { periods: periodStore(table), statements: statementStore(table) };
    return { table, ...closed, disputes: disputeStore(table) };
  },
  async ({ query: { until, months: count = SHOWN, verify }, now }, { table, periods, disputes, statements }) => {
    const months = monthsBack(until ?? iso(now).slice(0, 7), count);
    const [from, to] = [months.at(-1) ?? '', months[0] ?? ''];
    const [kept, openDisputes, budgetAlerts] = await Promise.all([
      periods.list(from, to),
      disputes.open(),
      alertCounts(table, from, to),
    ]);
    const byMonth = new Map(kept.map((period) => [period.month, period]));
    const names = await staffNames(
      table,
      kept.flatMap(({ steps }) => steps.map(({ by }) => by)),
    );
    const shown = months.map((month) => periodView(byMonth.get(month) ?? newPeriod(month)));
    const board = { periods: shown, openDisputes, budgetAlerts, names };
    if (verify === undefined) return answer(board);
    const { closed, broken } = await verifyPeriods({ periods, statements });
    return answer({ ...board, chain: { closed, verified: broken === undefined, ...(broken && { broken }) } });
  },
);

import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import { openBus } from '../../../layers/platform/queues/bus.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { monthStore } from '../data/month-store.ts';
import type { Alert } from '../domain/budgets/alert.ts';
import { publicAlert } from '../domain/budgets/public-alert.ts';
import { watchBudgets } from './watch-budgets.ts';

/**
 * What holds budgets against what was spent, and tells of what was passed. Composed once a container by a contract that touches
 * the table, the bus and the configured sizes. Gives how many alerts were raised; `now` in epoch ms.
 */
export const budgetWatch = (runtime: Pick<Runtime, 'environment'>): ((now: number) => Promise<number>) => {
  const bus = openBus(runtime, 'concord.finance');
  const publish = (alert: Alert): Promise<void> => bus.publish([publicAlert(alert)]);
  const house = { table: openTable(runtime), months: monthStore(runtime), publish };
  return (now) => watchBudgets(house, now);
};

import { publicAlert } from '../../../events/published.ts';
import { openBus } from '../../../layers/data/bus.ts';
import { monthStore } from '../../../layers/data/month-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { watchBudgets } from '../../../layers/data/watch-budgets.ts';
import type { Alert } from '../../../layers/domain/budgets/alert.ts';
import { work } from '../../../layers/http/work.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  (runtime) => {
    const bus = openBus(runtime.environment.need('BUS_NAME'), 'concord.finance');
    const publish = (alert: Alert): Promise<void> => bus.publish([publicAlert(alert)]);
    return { table: openTable(runtime), months: monthStore(runtime), publish };
  },
  async (_event: unknown, house, { now }): Promise<{ raised: number }> => ({ raised: await watchBudgets(house, now) }),
);

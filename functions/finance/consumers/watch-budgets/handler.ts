import { work } from '../../../../layers/platform/http/work.ts';
import { budgetWatch } from '../../use-cases/budget-watch.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  (runtime) => ({ watch: budgetWatch(runtime) }),
  async (_event: unknown, { watch }, { now }): Promise<{ raised: number }> => ({ raised: await watch(now) }),
);

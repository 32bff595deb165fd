import { work } from '../../../../layers/platform/http/work.ts';
import { budgetWatchDeps } from '../../deps.ts';
import { watchBudgets } from '../../use-cases/watch-budgets.ts';
import { contract } from './contract.ts';

export const handler = work(
  contract,
  budgetWatchDeps,
  async (_event: unknown, deps, { now }): Promise<{ raised: number }> => ({ raised: await watchBudgets(deps, now) }),
);

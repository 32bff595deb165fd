import { handle } from '../../../../layers/platform/http/handle.ts';
import { budgetDeps } from '../../deps.ts';
import { listBudgets } from '../../use-cases/list-budgets.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, budgetDeps, ({ query: { member: owner = 'consortium' }, now }, deps) =>
  listBudgets(deps, { owner, now }),
);

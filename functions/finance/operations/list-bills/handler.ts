import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { billDeps } from '../../deps.ts';
import { listBills } from '../../use-cases/list-bills.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, billDeps, async ({ path: { month } }, deps) =>
  answer({ bills: await listBills(deps, month) }),
);

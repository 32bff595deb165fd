import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { queryDeps } from '../../deps.ts';
import { countLoans } from '../../use-cases/count-loans.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, queryDeps, async ({ query }, deps) => {
  const counted = await countLoans(deps, query);
  return 'refused' in counted ? counted : answer(counted);
});

import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { interlibraryDeps } from '../../deps.ts';
import { listShelfToClear } from '../../use-cases/list-shelf-to-clear.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, interlibraryDeps, async ({ path: { branchId }, query, now }, deps) => {
  const outcome = await listShelfToClear(deps, { branchId, page: query, now });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});

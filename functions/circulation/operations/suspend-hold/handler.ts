import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { suspendHold } from '../../use-cases/suspend-hold.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, path, body, now, keep }, deps) => {
  const { branchId, ...days } = body;
  const outcome = await suspendHold(deps, { path, actor, branchId, now, keep }, days);
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});

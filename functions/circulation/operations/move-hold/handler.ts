import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { moveHold } from '../../use-cases/move-hold.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, path, body, now, keep }, deps) => {
  const outcome = await moveHold(deps, { actor, path, body, now, keep });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});

import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { moveTote } from '../../use-cases/move-tote.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ body, now, keep }, deps) => {
  const outcome = await moveTote(deps, { body, now, keep });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});

import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { explainHold } from '../../use-cases/explain-hold.ts';
import { contract, MOST_COPIES } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, body, now }, deps) => {
  const outcome = await explainHold(deps, { actor, body, now }, MOST_COPIES);
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});

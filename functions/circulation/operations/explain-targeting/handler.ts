import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { explainTargeting } from '../../use-cases/explain-targeting.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ path, body, now }, deps) => {
  const outcome = await explainTargeting(deps, { path, body, now });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});

import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { explainRenewal } from '../../use-cases/explain-renewal.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ body, now }, deps) => {
  const outcome = await explainRenewal(deps, { body, now });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});

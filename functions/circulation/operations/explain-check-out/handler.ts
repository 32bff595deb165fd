import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { explainCheckOut } from '../../use-cases/explain-check-out.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, body, now }, deps) => {
  const outcome = await explainCheckOut(deps, { actor, body, now });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});

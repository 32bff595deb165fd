import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { showPatronAccount } from '../../use-cases/show-patron-account.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, path, body, now }, deps) => {
  const outcome = await showPatronAccount(deps, { actor, ...path, ...body, now });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});

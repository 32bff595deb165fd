import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { pastLoanDeps } from '../../deps.ts';
import { showDependant } from '../../use-cases/show-dependant.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, pastLoanDeps, async ({ actor, path, now }, deps) => {
  const dependant = await showDependant(deps, path.patronId, patronOf(actor).id, now);
  return 'refused' in dependant ? dependant : answer(dependant);
});

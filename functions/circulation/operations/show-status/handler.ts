import { machineOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { patronSignInDeps } from '../../deps.ts';
import { showPatronStatus } from '../../use-cases/show-patron-status.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronSignInDeps, async ({ actor, body, now }, deps) => {
  const outcome = await showPatronStatus(deps, { body, machine: machineOf(actor), now });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});

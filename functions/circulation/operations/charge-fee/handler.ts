import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { chargeFee } from '../../use-cases/charge-fee.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, body, now, keep }, deps) => {
  const outcome = await chargeFee(deps, { actor, body, now, keep });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});

import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { useInHouse } from '../../use-cases/use-in-house.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, body, now, keep }, deps) => {
  const outcome = await useInHouse(deps, { actor, body, now, keep });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});

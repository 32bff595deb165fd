import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { newKey } from '../../use-cases/item-idempotency.ts';
import { placeHold } from '../../use-cases/place-hold.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, body, now, idempotency }, deps) => {
  const key = newKey(actor, contract.id, idempotency);
  const outcome = await placeHold(deps, { actor, body, now, key });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});

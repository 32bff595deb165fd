import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { interlibraryDeps } from '../../deps.ts';
import { checkIn } from '../../use-cases/check-in.ts';
import { newKey } from '../../use-cases/item-idempotency.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, interlibraryDeps, async ({ actor, body, now, idempotency }, deps) => {
  const key = newKey(actor, contract.id, idempotency);
  const outcome = await checkIn(deps, { actor, body, now, key });
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});

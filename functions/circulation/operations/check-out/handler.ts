import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { checkOut } from '../../use-cases/check-out.ts';
import { newKey } from '../../use-cases/item-idempotency.ts';
import { supervisorOverride } from '../../use-cases/supervisor-override.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  circulationDeps,
  async ({ actor, body, now, idempotency }, { ids, ...house }) => {
    const policies = await house.policiesAt(now);
    if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
    const supervised = supervisorOverride(actor, body.branchId, body.override);
    if ('refused' in supervised) return supervised;
    const { override } = supervised;
    const key = newKey(actor, contract.id, idempotency);
    // A self-check watches nobody: what may not leave the library is lent at a desk.
    const inLibrary = body.inLibrary === true && actor?.kind !== 'machine';
    const lending = { ...body, inLibrary, override, policies, key, by: actorName(actor), now };
    const outcome = await checkOut(house, ids, lending);
    return 'refused' in outcome ? outcome : answer(outcome.ok);
  },
);

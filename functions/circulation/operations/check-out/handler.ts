import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { circulationDeps } from '../../deps.ts';
import { lendItem } from '../../use-cases/lend-item.ts';
import { overrideBy } from '../../use-cases/overriding.ts';
import { newKey } from '../../use-cases/used-key.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  circulationDeps,
  async ({ actor, body, now, idempotency }, { ids, ...house }) => {
    const policies = await house.policiesAt(now);
    if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
    const supervised = overrideBy(actor, body.branchId, body.override);
    if ('refused' in supervised) return supervised;
    const { override } = supervised;
    const key = newKey(actor, contract.id, idempotency);
    // A self-check watches nobody: what may not leave the library is lent at a desk.
    const inLibrary = body.inLibrary === true && actor?.kind !== 'machine';
    const lending = { ...body, inLibrary, override, policies, key, by: actorName(actor), now };
    const outcome = await lendItem(house, ids, lending);
    return 'refused' in outcome ? outcome : answer(outcome.ok);
  },
);

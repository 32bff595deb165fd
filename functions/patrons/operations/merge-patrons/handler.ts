import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { patronDataDeps } from '../../deps.ts';
import { mergePatrons } from '../../use-cases/merge-patrons.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronDataDeps, (request, deps) => {
  const { actor, path, body, now } = request;
  const { branchId, otherId } = body;
  const [at, by] = [iso(now), actorName(actor)];
  return mergePatrons(deps, {
    ...{ ...body, survivorId: path.patronId, by, now, at },
    change: patronChange(request, deps.ids, 'merged', { merged: otherId }),
    audit: (survivorId) => ({
      ...{ subject: `patron:${survivorId}`, at, auditId: deps.ids.next('audit', now), by, did: 'merged' },
      detail: { merged: otherId, branchId },
    }),
  });
});

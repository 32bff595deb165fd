import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { patronDataDeps } from '../../deps.ts';
import { loadDay } from '../../use-cases/load-desk.ts';
import { mergePatrons } from '../../use-cases/merge-patrons.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronDataDeps, async (request, deps) => {
  const { actor, path, body, now } = request;
  const { branchId, otherId, otherCard } = body;
  const [at, by] = [iso(now), actorName(actor)];
  const merge = {
    ...{ survivorId: path.patronId, otherId, branchId, otherCard, by, now, at },
    day: await loadDay(deps.branches, branchId, now),
    change: patronChange(request, deps.ids, 'merged', { merged: otherId }),
    audit: (survivorId: string) => ({
      ...{ subject: `patron:${survivorId}`, at, auditId: deps.ids.next('audit', now), by, did: 'merged' },
      detail: { merged: otherId, branchId },
    }),
  };
  return mergePatrons(deps, merge, await deps.patronsPolicy(now));
});

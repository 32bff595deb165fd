import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { patronDataDeps } from '../../deps.ts';
import { patronChange } from '../../use-cases/patron-change.ts';
import { undoMerge } from '../../use-cases/undo-merge.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronDataDeps, (request, deps) => {
  const { actor, path, body, now } = request;
  const { formerId } = path;
  const { branchId, dryRun } = body;
  const [at, by] = [iso(now), actorName(actor)];
  return undoMerge(deps, {
    ...{ ...path, branchId, dryRun, now, at },
    change: () => patronChange(request, deps.ids, 'merge-undone', { merged: formerId }),
    audit: (patronId) => ({
      ...{ subject: `patron:${patronId}`, at, auditId: deps.ids.next('audit', now), by, did: 'merge-undone' },
      detail: { merged: formerId, branchId },
    }),
  });
});

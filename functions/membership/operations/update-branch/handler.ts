import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { memberDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  memberDeps,
  async ({ actor, path: { branchId }, body, now }, { branches, ids }) => {
    const { version, ...details } = body;
    const audit = { auditId: ids.next('audit', now), by: actorName(actor) };
    const outcome = await branches.update(branchId, { details, version, audit }, now);
    if (outcome === 'branch-unknown') return refuse('branch-unknown', `${branchId} is no branch.`, '/path/branchId');
    if (outcome === 'changed-meanwhile') {
      return refuse('changed-meanwhile', 'The branch was changed since it was read.', '/body/version');
    }
    return answer(outcome);
  },
);

import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { templateDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  templateDeps,
  async ({ path: { memberId }, body: { name, defaults } }, { templates, mappings }) => {
    const branch = defaults?.branchId;
    if (branch !== undefined && !(await mappings.branches(memberId)).has(branch))
      return refuse('branch-elsewhere', `${memberId} has no branch ${branch}.`, '/body/defaults/branchId');
    if (defaults === null) await templates.remove(memberId, name);
    else await templates.set(memberId, { name, defaults });
    return answer({ name, defaults });
  },
);

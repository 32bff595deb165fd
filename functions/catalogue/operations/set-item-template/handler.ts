import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { itemMappingStore } from '../../data/item-mapping-store.ts';
import { itemTemplateStore } from '../../data/item-template-store.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { templates: itemTemplateStore(table), members: itemMappingStore(table) };
  },
  async ({ path: { memberId }, body: { name, defaults } }, { templates, members }) => {
    const branch = defaults?.branchId;
    if (branch !== undefined && !(await members.branches(memberId)).has(branch))
      return refuse('branch-elsewhere', `${memberId} has no branch ${branch}.`, '/body/defaults/branchId');
    if (defaults === null) await templates.remove(memberId, name);
    else await templates.set(memberId, { name, defaults });
    return answer({ name, defaults });
  },
);

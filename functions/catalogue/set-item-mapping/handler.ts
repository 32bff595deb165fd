import { itemMappingStore } from '../../../layers/data/catalogue/item-mapping-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { wishedItemMapping } from '../../../layers/domain/catalogue/item-mapping-schema.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ mappings: itemMappingStore(openTable(runtime)) }),
  async ({ path: { memberId }, body }, { mappings }) => {
    const branches = await mappings.branches(memberId);
    const named = [
      ...Object.entries(body.branchMap ?? {}).map(([value, branch]) => ({ branch, at: `/body/branchMap/${value}` })),
      ...(body.defaultBranch ? [{ branch: body.defaultBranch, at: '/body/defaultBranch' }] : []),
    ];
    const refused = named
      .filter(({ branch }) => !branches.has(branch))
      .map(({ branch, at }) => ({
        code: 'branch-elsewhere' as const,
        detail: `${memberId} has no branch ${branch}.`,
        pointer: at,
      }));
    if (refused.length > 0) return { refused };
    const mapping = wishedItemMapping(body);
    await mappings.set(memberId, mapping);
    return answer(mapping);
  },
);

import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { itemMappingStore } from '../../data/item-mapping-store.ts';
import { wishedItemMapping } from '../../domain/item-mapping-schema.ts';
import { refuseBranchesElsewhere } from '../../use-cases/mapped-branches.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ mappings: itemMappingStore(openTable(runtime)) }),
  async ({ path: { memberId }, body }, { mappings }) => {
    const branches = await mappings.branches(memberId);
    const refused = refuseBranchesElsewhere(memberId, body, branches, '/body');
    if (refused.length > 0) return { refused };
    const mapping = wishedItemMapping(body);
    await mappings.set(memberId, mapping);
    return answer(mapping);
  },
);

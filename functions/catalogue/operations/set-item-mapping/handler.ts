import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { mappingDeps } from '../../deps.ts';
import { wishedItemMapping } from '../../domain/items/item-mapping.ts';
import { refuseBranchesElsewhere } from '../../use-cases/check-mapped-branches.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, mappingDeps, async ({ path: { memberId }, body }, { mappings }) => {
  const branches = await mappings.branches(memberId);
  const refused = refuseBranchesElsewhere(memberId, body, branches, '/body');
  if (refused.length > 0) return { refused };
  const mapping = wishedItemMapping(body);
  await mappings.set(memberId, mapping);
  return answer(mapping);
});

import { answer } from '../../../layers/platform/http/outcome.ts';
import type { ItemMappingStore } from '../data/item-mapping-store.ts';
import { wishedItemMapping } from '../domain/items/item-mapping.ts';
import { refuseBranchesElsewhere } from './check-mapped-branches.ts';

type Input = { memberId: string; wanted: Parameters<typeof wishedItemMapping>[0] };

/** Sets how a member's records contain its items; every branch that it names is one of the member. */
export const setItemMapping = async (
  { mappings }: { mappings: Pick<ItemMappingStore, 'branches' | 'set'> },
  { memberId, wanted }: Input,
) => {
  const branches = await mappings.branches(memberId);
  const refused = refuseBranchesElsewhere(memberId, wanted, branches, '/body');
  if (refused.length > 0) return { refused };
  const mapping = wishedItemMapping(wanted);
  await mappings.set(memberId, mapping);
  return answer(mapping);
};

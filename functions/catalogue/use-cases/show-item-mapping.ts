import { itemDialects } from '../../../layers/protocols/marc/item-mapping.ts';
import type { mappingDeps } from '../deps.ts';
import { defaultItemMapping } from '../domain/items/item-mapping.ts';

type Deps = Pick<ReturnType<typeof mappingDeps>, 'mappings'>;

/** Returns how a member's files say its items: as it set, or by default; with the mappings of known systems. */
export const showItemMapping = async ({ mappings }: Deps, memberId: string) => {
  const mapping = await mappings.get(memberId);
  return { mapping: mapping ?? defaultItemMapping, isDefault: mapping === undefined, dialects: itemDialects };
};

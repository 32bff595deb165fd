import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { itemDialects } from '../../../../layers/protocols/marc/item-mapping.ts';
import { mappingDeps } from '../../deps.ts';
import { defaultItemMapping } from '../../domain/items/item-mapping.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, mappingDeps, async ({ path: { memberId } }, { mappings }) => {
  const mapping = await mappings.get(memberId);
  return answer({ mapping: mapping ?? defaultItemMapping, isDefault: mapping === undefined, dialects: itemDialects });
});

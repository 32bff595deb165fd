import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { itemDialects } from '../../../../layers/protocols/marc/item-mapping.ts';
import { itemMappingStore } from '../../data/item-mapping-store.ts';
import { defaultItemMapping } from '../../domain/item-mapping-schema.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ mappings: itemMappingStore(openTable(runtime)) }),
  async ({ path: { memberId } }, { mappings }) => {
    const mapping = await mappings.get(memberId);
    return answer({ mapping: mapping ?? defaultItemMapping, isDefault: mapping === undefined, dialects: itemDialects });
  },
);

import { itemMappingStore } from '../../functions/catalogue/data/item-mapping-store.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';

type Mapping = Parameters<ReturnType<typeof itemMappingStore>['set']>[1];

/** Sets how a member's records describe their copies. */
export const mapItems = async (table: Table, memberId: string, mapping: Mapping): Promise<void> => {
  await itemMappingStore(table).set(memberId, mapping);
};

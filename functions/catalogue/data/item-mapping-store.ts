import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { ItemMapping } from '../../../layers/protocols/marc/item-mapping.ts';
import { keys as membershipKeys } from '../../membership/public/keys.ts';
import { itemMappingSchema, toItemMapping } from '../domain/items/item-mapping.ts';
import { key } from './keys.ts';

/** Stores how members encode items in their records, and at which branches these can be. */
export type ItemMappingStore = {
  get(memberId: string): Promise<ItemMapping | undefined>;
  set(memberId: string, mapping: ItemMapping): Promise<void>;
  /** Returns the ids of a member's branches. */
  branches(memberId: string): Promise<Set<string>>;
};

/** Returns the store of mappings in the table. */
export const itemMappingStore = (table: Table): ItemMappingStore => ({
  get: async (memberId) => {
    const item = await table.get(key('itemMapping', { memberId }), { strong: true });
    return item && toItemMapping(itemMappingSchema.parse(item.mapping));
  },
  set: async (memberId, mapping) => {
    await table.write([
      { put: { ...key('itemMapping', { memberId }), ...stamp('itemMapping', 1), memberId, mapping } },
    ]);
  },
  branches: async (memberId) => {
    const partition = membershipKeys.key('member', { memberId }).pk;
    const rows = await table.queryAll({ partition, begins: membershipKeys.sortPrefix('branch') });
    return new Set(rows.flatMap(({ branchId }) => (typeof branchId === 'string' ? [branchId] : [])));
  },
});

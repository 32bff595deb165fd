import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { keys as membershipKeys } from '../../membership/public/keys.ts';
import { type ItemTemplate, itemTemplateSchema } from '../domain/items/item-template.ts';
import { key, sortPrefix } from './keys.ts';

/** Stores members' named defaults for new items. */
export type ItemTemplateStore = {
  get(memberId: string, name: string): Promise<ItemTemplate | undefined>;
  /** Lists a member's templates by name. */
  list(memberId: string): Promise<ItemTemplate[]>;
  /** Stores a template under its name and replaces an earlier one. */
  set(memberId: string, template: ItemTemplate): Promise<void>;
  remove(memberId: string, name: string): Promise<void>;
};

const readTemplate = ({ name, defaults }: Record<string, unknown>): ItemTemplate =>
  itemTemplateSchema.parse({ name, defaults });

/** Returns the store of templates in the table. */
export const itemTemplateStore = (table: Table): ItemTemplateStore => ({
  get: async (memberId, name) => {
    const row = await table.get(key('itemTemplate', { memberId, name }));
    return row && readTemplate(row);
  },
  list: async (memberId) => {
    const partition = membershipKeys.key('member', { memberId }).pk;
    return (await table.queryAll({ partition, begins: sortPrefix('itemTemplate') })).map(readTemplate);
  },
  set: async (memberId, template) => {
    const { name } = template;
    await table.write([
      { put: { ...key('itemTemplate', { memberId, name }), ...stamp('itemTemplate', 1), memberId, ...template } },
    ]);
  },
  remove: async (memberId, name) => {
    await table.write([{ delete: key('itemTemplate', { memberId, name }) }]);
  },
});

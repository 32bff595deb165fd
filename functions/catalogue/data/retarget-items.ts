import { present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { itemUpdate } from '../../items/public/item-store.ts';
import type { UnionChanges } from '../domain/union-state.ts';
import { itemsOfSource } from '../use-cases/item-plan.ts';

/**
 * Items name the union record of their source, for holds. A merge needs nothing, as the old name leads on; a source that
 * left its record takes its items along here.
 */
export const retarget = async (table: Table, relocated: UnionChanges['relocated']): Promise<void> => {
  for (const { sourceId, recordId } of relocated)
    for (const { itemId } of await itemsOfSource(table, sourceId, true))
      await table.write([itemUpdate({ itemId }, { set: { recordId } }, present())]);
};

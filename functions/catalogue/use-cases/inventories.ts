import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { WrongFinding } from '../../items/public/inventory.ts';
import { type Inventory, inventoryStore } from '../../items/public/inventory-store.ts';
import type { InventoryView } from '../schemas/inventory-shapes.ts';

const countsOf = ({ expected, seen, notSeen, found = {} }: Inventory): NonNullable<InventoryView['counts']> => {
  const of = (finding: WrongFinding): number => found[finding] ?? 0;
  return {
    ...{ expected, seen, notSeen, unknown: of('unknown') },
    ...{ outOfPlace: of('out-of-place'), onLoan: of('on-loan'), notOnShelf: of('not-on-shelf') },
  };
};

/** An inventory as shown. */
export const inventoryView = (inventory: Inventory): InventoryView => {
  const { inventoryId, branchId, location, state, openedAt, by, closedAt, countedAt } = inventory;
  return {
    ...{ inventoryId, branchId, state, openedAt, by },
    ...(location !== undefined && { location }),
    ...(closedAt !== undefined && { closedAt }),
    ...(countedAt !== undefined && { countedAt }),
    ...(state === 'counted' && { counts: countsOf(inventory) }),
  };
};

/** What the operations of inventories work with, composed once a container. */
export const inventoryHouse = (runtime: Pick<Runtime, 'environment'>) => {
  const table = openTable(runtime);
  return { table, inventories: inventoryStore(table) };
};

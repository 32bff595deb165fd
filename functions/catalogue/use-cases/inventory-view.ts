import type { WrongFinding } from '../../items/public/inventory.ts';
import type { Inventory } from '../../items/public/inventory-store.ts';
import type { InventoryView } from '../schemas/inventories.ts';

const countsOf = ({ expected, seen, notSeen, found = {} }: Inventory): NonNullable<InventoryView['counts']> => {
  const of = (finding: WrongFinding): number => found[finding] ?? 0;
  return {
    ...{ expected, seen, notSeen, unknown: of('unknown') },
    ...{ outOfPlace: of('out-of-place'), onLoan: of('on-loan'), notOnShelf: of('not-on-shelf') },
  };
};

/** Returns a stored inventory as the API shows it. */
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

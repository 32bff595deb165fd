export { type Inventory, type InventoryLine, inventoryStore, placeOf, readInventory } from '../data/inventory-store.ts';

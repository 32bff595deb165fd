export { type Inventory, type InventoryLine, inventoryStore } from '../data/inventory-store.ts';

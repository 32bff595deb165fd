export { readInventory } from '../data/inventory-store.ts';

export { placeOf } from '../data/inventory-store.ts';

export { itemRecord } from '../data/item-store.ts';

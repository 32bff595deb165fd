export { readItem } from '../data/item-store.ts';

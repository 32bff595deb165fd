export { itemsOfSource } from '../data/item-writes.ts';

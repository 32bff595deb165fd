export { newItemWrites } from '../data/item-writes.ts';

export { changedItemWrites } from '../data/item-writes.ts';

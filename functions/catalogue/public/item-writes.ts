export { changedItemWrites, describing, gainsItem, type ItemPlace, newItemWrites } from '../data/item-writes.ts';

export { changedItemWrites, describing, gainsItem, type ItemPlace, newItemWrites } from '../data/item-writes.ts';
export { readItemDescription, type StoredItem, toDescription } from '../domain/items/stored-item.ts';

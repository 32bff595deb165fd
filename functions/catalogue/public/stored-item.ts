export { readItemDescription, type StoredItem, toDescription } from '../domain/items/stored-item.ts';

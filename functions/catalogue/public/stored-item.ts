export type { StoredItem } from '../domain/items/stored-item.ts';

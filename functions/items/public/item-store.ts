export { type ItemList, type ItemStore, itemRecord, itemStore, itemUpdate, readItem } from '../data/item-store.ts';

export { type ItemList, type ItemStore, itemStore } from '../data/item-store.ts';

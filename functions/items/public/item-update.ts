export { itemUpdate } from '../data/item-store.ts';

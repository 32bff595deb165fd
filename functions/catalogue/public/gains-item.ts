export { gainsItem } from '../data/item-writes.ts';

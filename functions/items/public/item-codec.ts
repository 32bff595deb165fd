export { readItem } from '../data/item-codec.ts';

export type { ItemPlace } from '../data/item-writes.ts';

export { describing } from '../data/item-writes.ts';

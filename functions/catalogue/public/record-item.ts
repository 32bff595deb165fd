export { recordItem } from '../data/union-record.ts';

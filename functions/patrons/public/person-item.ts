export { personItem } from '../data/patron-store.ts';

export { billStore } from '../data/bill-store.ts';

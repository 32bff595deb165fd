export { billRecord } from '../data/bill-store.ts';

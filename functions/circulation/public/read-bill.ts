export { readBill } from '../data/bill-store.ts';

export { billRecord, billStore, readBill } from '../data/bill-store.ts';

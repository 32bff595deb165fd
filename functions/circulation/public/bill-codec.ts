export { readBill } from '../data/bill-codec.ts';

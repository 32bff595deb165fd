export { type LostBills, lostBillsOf } from '../use-cases/load-lost-bill.ts';

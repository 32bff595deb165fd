export { exampleBill } from '../schemas/bills.ts';

export { billViewSchema, exampleBill } from '../schemas/bills.ts';

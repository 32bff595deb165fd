export { billViewSchema } from '../schemas/bills.ts';

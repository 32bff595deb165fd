export { exampleLoan } from '../schemas/loans.ts';

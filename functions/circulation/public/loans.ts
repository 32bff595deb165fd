export { exampleLoan, loanViewSchema } from '../schemas/loans.ts';

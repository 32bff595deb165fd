export { loanViewSchema } from '../schemas/loans.ts';

export { loanTerms } from '../domain/loans/lend.ts';

export { loanTerms } from '../domain/lend.ts';

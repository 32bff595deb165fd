export { type LoanState, loanStates } from '../domain/loan-states.ts';

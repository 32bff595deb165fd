export { feesOutstanding, isLost, type LoanState, loanStateOf, loanStates } from '../domain/loan-states.ts';

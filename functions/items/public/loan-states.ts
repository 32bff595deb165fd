export { isLost, loanStateOf, loanStates } from '../domain/loan-states.ts';

export { loanStateOf } from '../domain/loan-states.ts';

export { loanRequestStore } from '../data/loan-request-store.ts';

export { readLoanChange } from '../data/loan-change.ts';

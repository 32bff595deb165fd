export { type LoanChange, readLoanChange } from '../data/loan-change.ts';

export { loanDue } from '../domain/loans/loan-due.ts';

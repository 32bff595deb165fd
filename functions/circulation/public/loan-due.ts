export { loanDue } from '../domain/loan-due.ts';

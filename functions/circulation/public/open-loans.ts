export { type LoadOpenLoans, openLoansOf } from '../use-cases/load-open-loans.ts';

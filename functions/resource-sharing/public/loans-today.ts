export { type LoansToday, type LoanToday, loansToday } from '../data/loans-today.ts';

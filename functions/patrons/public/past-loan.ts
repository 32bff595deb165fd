export { endedLoans, type PastLoan, type PastLoanNews, pastLoanNewsSchema, settledLoans } from '../domain/past-loan.ts';

export { type LoanNews, loanNewsOf, loanNewsOfHold, loanNewsOfRequest } from '../domain/messages/loan-events.ts';

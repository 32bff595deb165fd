export { type LoanNews, loanNewsOf, loanNewsOfHold, loanNewsOfRequest } from '../domain/loan-news.ts';

export { citedTitle, type LoanDocument } from '../domain/copies/loan-document.ts';

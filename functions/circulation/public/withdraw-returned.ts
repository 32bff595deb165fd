export { withdrawReturned } from '../domain/loans/lender-terms.ts';

export { lentShorter } from '../domain/loans/lender-terms.ts';

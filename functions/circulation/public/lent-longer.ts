export { lentLonger } from '../domain/loans/lender-terms.ts';

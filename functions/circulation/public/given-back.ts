export { givenBack } from '../domain/loans/lender-terms.ts';

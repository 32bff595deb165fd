export { isLentOn } from '../domain/loans/lender-terms.ts';

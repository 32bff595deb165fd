export { givenBack, isLentOn, lentLonger, lentShorter } from '../domain/loans/lender-terms.ts';

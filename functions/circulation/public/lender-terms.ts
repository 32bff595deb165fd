export { givenBack, isLentOn, lentLonger, lentShorter } from '../domain/lender-terms.ts';

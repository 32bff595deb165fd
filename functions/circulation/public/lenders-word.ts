export { givenBack, isLentOn, lentLonger, lentShorter } from '../domain/lenders-word.ts';

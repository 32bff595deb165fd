export { cut, fold, withoutArticle } from '../domain/matching/fold.ts';

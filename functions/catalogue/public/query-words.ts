export { queryWords } from '../domain/index/indexed-text.ts';

export { closed, inIndexedWords, queryWords } from '../domain/index/indexed-text.ts';

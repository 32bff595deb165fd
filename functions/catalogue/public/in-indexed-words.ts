export { inIndexedWords } from '../domain/index/indexed-text.ts';

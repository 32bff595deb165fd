export { wordsWhenSet } from '../domain/file-words.ts';

export { wordsWhenSet } from '../domain/items/values-in-files.ts';

export { searchPath } from '../data/search-index/ask-index.ts';

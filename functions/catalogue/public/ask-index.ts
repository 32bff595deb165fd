export { askIndex } from '../data/search-index/ask-index.ts';

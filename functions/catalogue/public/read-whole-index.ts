export { readWhole } from '../data/search-index/ask-index.ts';

export { askIndex, readWhole, searchPath } from '../data/search-index/ask-index.ts';

export { readAlias } from '../data/search-index/versions.ts';

export { familyOf } from '../data/search-index/versions.ts';

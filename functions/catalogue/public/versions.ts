export { familyOf, readAlias } from '../data/search-index/versions.ts';

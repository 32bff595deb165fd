export { readSearches } from '../data/saved-search-store.ts';

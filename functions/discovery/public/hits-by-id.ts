export { hitsById } from '../data/search-index/hits-by-id.ts';

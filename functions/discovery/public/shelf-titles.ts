export { type ShelfTitle, shelfTitles } from '../data/search-index/shelf-titles.ts';

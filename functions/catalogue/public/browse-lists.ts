export { type BrowseList, browseLists, type IndexedList } from '../domain/index/heading.ts';

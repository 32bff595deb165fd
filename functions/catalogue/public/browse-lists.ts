export {
  type BrowseList,
  browseField,
  browseLists,
  type IndexedList,
  isAlso,
  isShelf,
} from '../domain/index/heading.ts';

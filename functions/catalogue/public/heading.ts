export {
  type BrowseList,
  browseField,
  browseLists,
  END,
  type HeadingValue,
  headingKey,
  type IndexedList,
  isAlso,
  isShelf,
  keyText,
  readHeading,
  typedKeys,
} from '../domain/index/heading.ts';

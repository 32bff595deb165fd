export {
  type BrowseList,
  browseField,
  browseLists,
  END,
  type HeadingValue,
  headingKey,
  isAlso,
  isShelf,
  readHeading,
  typedKeys,
} from '../domain/index/heading.ts';

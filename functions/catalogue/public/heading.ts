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
  shelfHeadings,
  typedKeys,
  writeHeading,
} from '../domain/index/heading.ts';

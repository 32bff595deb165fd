// Names of places that resemble one another more than a typing error would; a title with one is not a title with another.
const RESEMBLING = new Set(
  (
    'kansas arkansas austria australia iran iraq niger nigeria mali malawi guinea guiana guyana gambia zambia dominica dominican ' +
    'india indiana carolina caroline slovakia slovenia slovak slovene latvia lithuania montana montenegro mauritius mauritania ' +
    'columbia colombia georgia virginia virgin paraguay uruguay jersey guernsey york yorkshire jordan sweden swedish denmark ' +
    'oregon organ delaware maine marne china chile cuba cyprus syria serbia siberia libya liberia namibia tunisia tunis'
  ).split(' '),
);

/** Returns whether both words are names of places that resemble others: they are equal or different, never a typing error. */
export const areOtherPlaces = (word: string, other: string): boolean => RESEMBLING.has(word) && RESEMBLING.has(other);

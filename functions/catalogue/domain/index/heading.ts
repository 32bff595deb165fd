import { isbn13Of, issnOf } from '../../../../layers/kernel/citation/standard-numbers.ts';
import { shelfOrders, shelfPlace, typedPlace } from '../../../../layers/protocols/call-numbers/shelf-order.ts';
import { withoutThe } from '../../../../layers/protocols/marc/articles.ts';
import type { IndexDocument } from './index-document.ts';
import { identifierKey, keyOf, withoutArticle } from './title-keys.ts';

/** The browse lists: headings in alphabetical order, call numbers in shelf order. */
export const browseLists = ['author', 'title', 'subject', ...shelfOrders] as const;
export type BrowseList = (typeof browseLists)[number];

/** Returns whether a list is one of call numbers. */
export const isShelf = (list: IndexedList): boolean => shelfOrders.some((order) => order === list);

/** The lists whose entries are indexed as headings: those for readers, and publishers, which other systems may list. */
export const headingLists = [...browseLists, 'publisher'] as const;
/** A list in the index; numbers are listed by the field in which they are found. */
export type IndexedList = (typeof headingLists)[number] | 'isbn' | 'issn';

/** Returns the index field of a list. */
export const browseField = (list: IndexedList): string =>
  list === 'isbn' || list === 'issn' ? list : `browse_${list}`;

/**
 * Ends the key within an index value. It sorts below every character of a key, so that a heading files before longer headings that begin
 * with it.
 */
export const END = '\u0001';
/**
 * Separates a heading from its subdivision. It sorts above END and below the blank, so that "Art -- History" files between "Art" and "Art
 * history".
 */
export const DIVIDES = '\u0002';
/**
 * Follows the key of a heading that has a see-also reference: an empty subdivision. It files directly after the heading, and entries of the
 * heading do not include the reference.
 */
const ALSO = DIVIDES;
const LONGEST = 500;
const LONGEST_PLACE = 300;

/**
 * One entry of a record in a list: its sort key and displayed form; for a call number also its member, for a reference the heading that is
 * used instead or as well.
 */
export type HeadingValue = { key: string; shown: string; member?: string; see?: string };

/** Returns whether a reference is a see-also reference: to a heading that is used as well, not instead. */
export const isAlso = ({ key, see }: HeadingValue): boolean => see !== undefined && key.endsWith(ALSO);

const plain = (text: string): string =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST);

/** Encodes a heading as one index value. */
export const writeHeading = ({ key, shown, member = '', see = '' }: HeadingValue): string =>
  [key, plain(shown), plain(see), member].join(END);

/** Decodes an index value. */
export const readHeading = (value: string): HeadingValue => {
  const [key = '', shown = '', see = '', member = ''] = value.split(END);
  return { key, shown, ...(member === '' ? {} : { member }), ...(see === '' ? {} : { see }) };
};

const subjectKey = (subject: string): string =>
  subject
    .split(' -- ')
    .map(keyOf)
    .filter((part) => part !== '')
    .join(DIVIDES);

/** Returns the key of a heading in a list: a title without the article "The", a call number as typed. */
export const headingKey = (list: IndexedList, text: string): string => {
  if (list === 'title') return keyOf(withoutThe(text));
  if (list === 'subject') return subjectKey(text);
  if (list === 'isbn') return isbn13Of(text) ?? identifierKey(text);
  if (list === 'issn') return issnOf(text) ?? text.trim();
  return list === 'author' || list === 'publisher' ? keyOf(text) : typedPlace(text, list);
};

/** Returns the key of a heading as a text that leads to the same key: divisions of a subject are written out. */
export const keyText = (key: string): string => key.replaceAll(DIVIDES, ' -- ');

/**
 * Returns the keys at which typed text may begin in a list, the likelier one last: "los angeles" may be a title, or include an article that
 * is not filed.
 */
export const typedKeys = (list: IndexedList, text: string): string[] => {
  const key = headingKey(list, text);
  return list === 'title' ? [...new Set([key, withoutArticle(key)])] : [key];
};

const distinct = (values: readonly HeadingValue[]): string[] => {
  // A record appears once under a heading, for all spellings of its sources.
  const byKey = new Map<string, HeadingValue>();
  for (const value of values) {
    const see = isAlso(value) ? value.see : value.see && 'see';
    const name = [value.key, value.member, see].join(END);
    if (value.key !== '' && !byKey.has(name)) byKey.set(name, value);
  }
  return [...byKey.values()].map(writeHeading);
};

const titleValues = ({ titleWithoutArticle, title, titleVariants }: IndexDocument): HeadingValue[] => [
  { key: keyOf(titleWithoutArticle), shown: title },
  ...titleVariants.map((variant) => ({ key: headingKey('title', variant), shown: variant })),
];

/** Returns a record's call numbers as headings: the shelf order, key, displayed form and member of each. */
export const shelfHeadings = ({ shelf = [] }: Pick<IndexDocument, 'shelf'>) =>
  shelf.flatMap(({ member, callNumber }) => {
    const place = shelfPlace(callNumber);
    const key = place?.key.slice(0, LONGEST_PLACE);
    return place && key !== undefined ? [{ order: place.order, value: { key, shown: callNumber, member } }] : [];
  });

/** Returns the values of every list for a record's document, by index field. */
export const browseFields = (document: IndexDocument): Record<string, string[]> => {
  const { author, authorsAdded, subjects, publishers, seeReferences = [], seeAlso = [] } = document;
  const headed = (list: 'author' | 'subject', texts: readonly string[]): string[] =>
    distinct([
      ...texts.map((shown) => ({ key: headingKey(list, shown), shown })),
      ...seeReferences
        .filter((one) => one.list === list)
        .map(({ from, to }) => ({ key: headingKey(list, from), shown: from, see: to })),
      ...seeAlso
        .filter((one) => one.list === list)
        .map(({ from, to }) => ({ key: `${headingKey(list, from)}${ALSO}`, shown: from, see: to })),
    ]);
  const places = shelfHeadings(document);
  return {
    [browseField('author')]: headed('author', [...(author === undefined ? [] : [author]), ...authorsAdded]),
    [browseField('title')]: distinct(titleValues(document)),
    [browseField('subject')]: headed('subject', subjects),
    [browseField('publisher')]: distinct(publishers.map((shown) => ({ key: headingKey('publisher', shown), shown }))),
    ...Object.fromEntries(
      shelfOrders.map((order) => [
        browseField(order),
        distinct(places.filter((place) => place.order === order).map(({ value }) => value)),
      ]),
    ),
  };
};

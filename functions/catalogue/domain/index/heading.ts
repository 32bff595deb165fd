import { shelfOrders, shelfPlace, typedPlace } from '../../../../layers/protocols/call-numbers/shelf-order.ts';
import { withoutThe } from '../../../../layers/protocols/marc/articles.ts';
import type { IndexDocument } from './index-document.ts';
import { keyOf, withoutArticle } from './title-keys.ts';

/** The lists that can be leafed through: headings by their words, call numbers as the shelves stand. */
export const browseLists = ['author', 'title', 'subject', ...shelfOrders] as const;
export type BrowseList = (typeof browseLists)[number];

/** True for a list of call numbers. */
export const isShelf = (list: BrowseList): boolean => shelfOrders.some((order) => order === list);

/** The index's field of each list. */
export const browseField = (list: BrowseList): string => `browse_${list}`;

/** Ends the key within a value of the index: below every character of a key, so that a heading files before all that go on from it. */
export const END = '\u0001';
/** Parts a heading from its subdivision: above END and below the blank, so that "Art -- History" files between "Art" and "Art history". */
export const DIVIDES = '\u0002';
/**
 * Behind the key of a heading at which another is named too: an empty subdivision. So it files right behind the heading, and what
 * stands under the heading is not what is named there.
 */
const ALSO = DIVIDES;
const LONGEST = 500;
const LONGEST_PLACE = 300;

/**
 * What a list holds of one record: its sort key and how it is shown; for a call number also whose it is, for a reference
 * the heading that is used instead or as well.
 */
export type HeadingValue = { key: string; shown: string; member?: string; see?: string };

/** True for a reference from a heading to one that is used as well, not instead. */
export const isAlso = ({ key, see }: HeadingValue): boolean => see !== undefined && key.endsWith(ALSO);

const plain = (text: string): string =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST);

/** A heading as one value of the index. */
export const writeHeading = ({ key, shown, member = '', see = '' }: HeadingValue): string =>
  [key, plain(shown), plain(see), member].join(END);

/** Reads a value of the index. */
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

/** The key of a heading in a list. A title without "The", which files nowhere; call numbers as typed. */
export const headingKey = (list: BrowseList, text: string): string => {
  if (list === 'title') return keyOf(withoutThe(text));
  if (list === 'subject') return subjectKey(text);
  return list === 'author' ? keyOf(text) : typedPlace(text, list);
};

/**
 * The keys at which what a reader types may begin in a list, the likelier one last: "los angeles" is a title of its own, or the
 * article is typed of one that files without it.
 */
export const typedKeys = (list: BrowseList, text: string): string[] => {
  const key = headingKey(list, text);
  return list === 'title' ? [...new Set([key, withoutArticle(key)])] : [key];
};

const distinct = (values: readonly HeadingValue[]): string[] => {
  // A record stands under a heading once, however its sources spell it.
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

/** A record's call numbers as headings: in which order each stands, by which key, as shown, and whose it is. */
export const shelfHeadings = ({ shelf = [] }: Pick<IndexDocument, 'shelf'>) =>
  shelf.flatMap(({ member, callNumber }) => {
    const place = shelfPlace(callNumber);
    const key = place?.key.slice(0, LONGEST_PLACE);
    return place && key !== undefined ? [{ order: place.order, value: { key, shown: callNumber, member } }] : [];
  });

/** The values of every list for a record's document, by their fields. */
export const browseFields = (document: IndexDocument): Record<string, string[]> => {
  const { author, authorsAdded, subjects, seeReferences = [], seeAlso = [] } = document;
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
    ...Object.fromEntries(
      shelfOrders.map((order) => [
        browseField(order),
        distinct(places.filter((place) => place.order === order).map(({ value }) => value)),
      ]),
    ),
  };
};

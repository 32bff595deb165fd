import { restrictedName } from '../visibility/visibility.ts';
import { browseFields } from './heading.ts';
import type { IndexDocument } from './index-document.ts';
import { indexedText, neighboursAsOne } from './indexed-text.ts';
import { LAST, shelfFields } from './shelf-fields.ts';
import { callNumberKey, identifierKey, keyOf, nameKeys, startsOf, withoutArticle } from './title-keys.ts';
import { workKeyOf } from './work-key.ts';

// A record with thousands of contents notes would exhaust the memory of a search and match almost any query.
const LONGEST_TEXT = 20_000;
const MOST_VALUES = 500;
/** The most words of libraries' own fields of one record. */
const MOST_OWN = { ofToken: 500, ofAll: 10_000 };

/** The fields of a record that hit lists display, stored in the index unchanged. */
export type Shown = Pick<
  IndexDocument,
  | 'recordId'
  | 'title'
  | 'responsibility'
  | 'author'
  | 'publishers'
  | 'year'
  | 'edition'
  | 'extent'
  | 'format'
  | 'languages'
  | 'isOnline'
  | 'isbn13'
  | 'items'
> & { otherTitle?: string };

/** A document as the engine stores it: folded text, keys, and displayed fields. Names as in the mapping. */
export type SearchDocument = Record<string, unknown> & { record_id: string; visible_to: string[]; shown: Shown };

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');

const indexed = (texts: readonly string[]): string[] =>
  distinct(texts.slice(0, MOST_VALUES).map((text) => indexedText(text.slice(0, LONGEST_TEXT))));

const keys = (texts: readonly string[], toKey: (text: string) => string = keyOf): string[] =>
  distinct(texts.slice(0, MOST_VALUES).map(toKey));

const shownOf = (document: IndexDocument): Shown => {
  const key = keyOf(document.title);
  const otherTitle = document.titleVariants.find((title) => keyOf(title) !== key);
  return {
    recordId: document.recordId,
    title: document.title,
    ...(document.responsibility === undefined ? {} : { responsibility: document.responsibility }),
    ...(document.author === undefined ? {} : { author: document.author }),
    ...(otherTitle === undefined ? {} : { otherTitle }),
    publishers: document.publishers.slice(0, 3),
    ...(document.year === undefined ? {} : { year: document.year }),
    ...(document.edition === undefined ? {} : { edition: document.edition }),
    ...(document.extent === undefined ? {} : { extent: document.extent }),
    format: document.format,
    languages: document.languages,
    isOnline: document.isOnline,
    isbn13: document.isbn13.slice(0, 10),
    items: document.items,
  };
};

const titlesOf = (document: IndexDocument): Record<string, unknown> => {
  const [key, proper, filed] = [document.title, document.titleProper, document.titleWithoutArticle].map(keyOf);
  const [title] = indexed([document.title]);
  // Filed by MARC indicators; also found without a word that may be an article.
  const bare = distinct([filed ?? '', withoutArticle(filed ?? ''), withoutArticle(proper ?? '')]);
  return {
    title: title ?? '',
    title_alt: indexed([...document.titleVariants, ...document.foundBy.titles]),
    title_key: key,
    title_a_key: proper,
    title_alt_key: keys([...document.titleVariants, ...document.foundBy.titles]),
    title_noart_key: bare,
    title_start: distinct(bare.flatMap(startsOf)),
    title_sort: filed ?? '',
  };
};

/** Returns the variant forms of the headings in a list, so that a search for one finds the records with the heading. */
const unused = (list: 'author' | 'subject', { seeReferences = [] }: IndexDocument): string[] =>
  seeReferences.filter((one) => one.list === list).map(({ from }) => from);

const namesOf = (document: IndexDocument): Record<string, unknown> => {
  const { author } = document;
  const added = [...document.authorsAdded, ...unused('author', document)];
  return {
    ...(author === undefined ? {} : { author: indexedText(author), name_key: nameKeys(author) }),
    author_key: author === undefined ? LAST : keyOf(author) || LAST,
    author_added: indexed(added),
    name_added_key: distinct(added.slice(0, MOST_VALUES).flatMap((one) => [keyOf(one), ...nameKeys(one)])),
  };
};

const numbersOf = (document: IndexDocument): Record<string, unknown> => ({
  isbn: document.isbn13,
  issn: document.issn,
  ids: keys([...document.oclc, ...document.lccn, ...document.otherIds], identifierKey),
  other_numbers: keys(document.foundBy.numbers, identifierKey),
  call_number: keys(document.foundBy.callNumbers, callNumberKey),
});

/** Returns the searchable text without its own field: other script, responsibility, host items, joined words. */
const restOf = (document: IndexDocument): string[] => [
  ...indexed([
    ...document.otherScript,
    ...document.foundBy.related,
    ...(document.responsibility === undefined ? [] : [document.responsibility]),
    ...(document.edition === undefined ? [] : [document.edition]),
  ]),
  neighboursAsOne(document.title.slice(0, LONGEST_TEXT)).join(' '),
];

/**
 * Returns each word of libraries' own fields under the token of those who may find the record by it (`restrictedName`); no other query
 * names it.
 */
const ownWordsOf = ({ ownWords = [] }: IndexDocument): Record<string, unknown> => {
  // Folded together, as each call costs more than its text.
  const named = ownWords.flatMap(({ token, texts }) =>
    distinct(indexedText(texts.join('\n').slice(0, LONGEST_TEXT)).split(' '))
      .slice(0, MOST_OWN.ofToken)
      .map((word) => restrictedName(token, word)),
  );
  return named.length === 0 ? {} : { own_words: named.slice(0, MOST_OWN.ofAll) };
};

/** Folds a record's document into the form that the engine stores, by the same rule that folds a query. */
export const toSearchDocument = (document: IndexDocument): SearchDocument => ({
  record_id: document.recordId,
  deleted: false,
  ...titlesOf(document),
  ...namesOf(document),
  subject: indexed([...document.subjects, ...unused('subject', document)]),
  // The whole heading, and its part before the subdivisions.
  subject_key: keys(
    [...document.subjects, ...unused('subject', document)].flatMap((heading) => [
      heading,
      heading.split(' -- ')[0] ?? '',
    ]),
  ),
  series: indexed(distinct([...document.series, ...document.foundBy.series])),
  series_key: keys([...document.foundBy.series, ...document.series]),
  contents: indexed([...document.contents, ...document.summaries, ...(document.additionalText ?? [])]),
  publisher: indexed(document.publishers),
  rest: restOf(document),
  ...numbersOf(document),
  work_key: workKeyOf(document),
  format: document.format,
  language: document.languages,
  ...(document.year === undefined ? {} : { year: document.year }),
  ...(document.arrived === undefined ? {} : { arrived: document.arrived }),
  ...(document.forChildren ? { for_children: true } : {}),
  online: document.isOnline,
  held_by: document.heldBy,
  available_at: document.availableAt,
  ...(document.restricted
    ? { held_by_restricted: document.restricted.heldBy, available_at_restricted: document.restricted.availableAt }
    : {}),
  popularity: Math.max(1, document.copies),
  visible_to: document.visibleTo,
  ...browseFields(document),
  ...ownWordsOf(document),
  ...shelfFields(document),
  shown: shownOf(document),
});

import type { IndexDocument } from '../catalogue/index-document.ts';
import { browseFields } from './browse/heading.ts';
import { foldText } from './fold.ts';
import { identifierKey, keyOf, withoutArticle } from './title-keys.ts';

// A record of ten thousand contents notes would fill a search's memory and be found by anything.
const LONGEST_TEXT = 20_000;
const MOST_VALUES = 500;

/** What is shown of a record in a list of hits and kept in the index as it is. */
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

/** A document as the engine stores it: folded text, keys, and what is shown. Names as in the mapping. */
export type SearchDocument = Record<string, unknown> & { record_id: string; visible_to: string[]; shown: Shown };

const folded = (texts: readonly string[]): string[] =>
  texts.slice(0, MOST_VALUES).map((text) => foldText(text.slice(0, LONGEST_TEXT)));

const keys = (texts: readonly string[]): string[] =>
  [...new Set(texts.slice(0, MOST_VALUES).map(keyOf))].filter((key) => key !== '');

const shownOf = (document: IndexDocument): Shown => {
  const otherTitle = document.titleVariants.find((title) => keyOf(title) !== keyOf(document.title));
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
  const key = keyOf(document.title);
  const [proper, filed] = [keyOf(document.titleProper), keyOf(document.titleWithoutArticle)];
  // "A" and "De" are titles too: the list of articles is asked only where MARC did not say that there is none to drop.
  const bare = [...new Set([filed, withoutArticle(filed), withoutArticle(proper)])].filter((one) => one !== '');
  return {
    title_a: foldText(document.titleProper),
    title: foldText(document.title),
    title_alt: folded(document.titleVariants),
    title_key: key,
    title_a_key: proper,
    title_alt_key: keys(document.titleVariants),
    title_noart_key: bare,
    title_sort: withoutArticle(filed),
  };
};

const numbersOf = (document: IndexDocument): Record<string, unknown> => ({
  isbn: document.isbn13,
  issn: document.issn,
  ids: [
    ...new Set([...document.oclc, ...document.lccn, ...document.otherIds].map(identifierKey).filter((id) => id !== '')),
  ],
});

// The engine has no "last" for an absent keyword in a cursor: this sorts behind every letter.
const LAST = '\uffff';

/** Folds a record's document into what the engine stores, by the very rule that folds a query. */
export const toSearchDocument = (document: IndexDocument): SearchDocument => ({
  record_id: document.recordId,
  deleted: false,
  ...titlesOf(document),
  ...(document.author === undefined ? {} : { author: foldText(document.author) }),
  author_key: document.author === undefined ? LAST : keyOf(document.author) || LAST,
  author_added: folded(document.authorsAdded),
  ...(document.responsibility === undefined ? {} : { responsibility: foldText(document.responsibility) }),
  subject: folded(document.subjects),
  series: folded(document.series),
  contents: folded([...document.contents, ...document.summaries]),
  publisher: folded(document.publishers),
  other: folded(document.otherScript),
  ...numbersOf(document),
  format: document.format,
  language: document.languages,
  ...(document.year === undefined ? {} : { year: document.year }),
  online: document.isOnline,
  held_by: document.heldBy,
  available_at: document.availableAt,
  popularity: Math.max(1, document.copies),
  visible_to: document.visibleTo,
  ...browseFields(document),
  shown: shownOf(document),
});

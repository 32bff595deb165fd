import { hasCjk } from '../../../../layers/kernel/text/fold.ts';
import { textStart } from '../../../../layers/kernel/text/text-start.ts';
import { anyOf } from '../../../catalogue/public/any-of-clauses.ts';
import { browseField } from '../../../catalogue/public/browse-field.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { headingKey } from '../../../catalogue/public/heading-key.ts';
import { isAlso } from '../../../catalogue/public/is-also-in-list.ts';
import { readHeading } from '../../../catalogue/public/read-heading.ts';
import { keyOf } from '../../../catalogue/public/title-key-of.ts';
import { typedKeys } from '../../../catalogue/public/typed-keys.ts';
import type { Viewer } from '../../../catalogue/public/visibility.ts';
import { type BrowseQuery, inScope } from './browse-query.ts';
import { literalPattern } from './ring.ts';

/** The lists with suggestions, with the most suggestions of each. */
export const suggestedLists = { title: 5, author: 3, subject: 3 } as const;
export type SuggestedList = keyof typeof suggestedLists;

/** The text fields in which a list's words are searched. */
const texts: Readonly<Record<SuggestedList, string[]>> = {
  title: ['title', 'title_alt'],
  author: ['author', 'author_added'],
  subject: ['subject'],
};

// Enough to distinguish frequent from rare headings; a reader types the next letter within a fifth of a second.
const LOOKED_AT = 2000;
const MOST_WORDS = 6;

/** One request to the engine; its headings are those of `heading` that match the typed text. */
export type SuggestQuery = BrowseQuery & { terminate_after: number };

const wordsOf = (typed: string): string[] => keyOf(typed).split(' ').slice(0, MOST_WORDS);

/** Each further word multiplies the size of the engine's pattern: the two longest are searched, the others are checked here. */
const tellingOf = (words: readonly string[]): string[] =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .slice(0, 2)
    .map((word) => textStart(word, 30));

/** Returns whether each typed word begins a word of a heading, or the whole typed text begins it. */
export const fits = (key: string, typed: string, list: SuggestedList): boolean => {
  const spoken = ` ${key.replaceAll('\u0002', ' ')}`;
  const begins = typedKeys(list, typed).some((start) => key.startsWith(start));
  return begins || wordsOf(typed).every((word) => spoken.includes(` ${word}`));
};

/** Returns the clause for records that may have a heading in which each typed word begins a word, and the pattern of these headings. */
export const withWords = (list: SuggestedList, typed: string): { must: Clause; include: string } => {
  const words = wordsOf(typed);
  const eachWord = tellingOf(words)
    .map((word) => `(([^\u0001]*[ \u0002])?${literalPattern(word)}[^\u0001]*\u0001.*)`)
    .join('&');
  const match = { query: words.join(' '), type: 'bool_prefix', operator: 'and', fields: texts[list] };
  return { must: { multi_match: match }, include: eachWord };
};

const counting = (
  list: SuggestedList,
  viewer: Viewer,
  members: readonly string[],
  must: Clause,
  include: string,
): SuggestQuery => ({
  size: 0,
  query: { bool: { filter: [...inScope({ list, members, viewer }), must] } },
  aggs: {
    headings: { terms: { field: browseField(list), include, size: 2 * suggestedLists[list], execution_hint: 'map' } },
  },
  terminate_after: LOOKED_AT,
  timeout: '1s',
});

/** Returns whether the typed text is so short that anything would match. */
export const isTooShort = (typed: string): boolean => {
  const key = keyOf(typed);
  return key.length < (hasCjk(key) ? 1 : 2);
};

/**
 * Returns the engine's requests for suggestions of a list: first headings that begin with the typed text, then those in which every typed
 * word begins a word, in any order. Folded as in the index. Takes the typed text, the viewer, and the members whose records count (empty:
 * all).
 */
export const suggestQueries = (
  list: SuggestedList,
  typed: string,
  viewer: Viewer,
  members: readonly string[] = [],
): [begins: SuggestQuery, within: SuggestQuery] => {
  const starts = typedKeys(list, typed);
  const within = withWords(list, typed);
  const begins = anyOf(starts.map((value) => ({ prefix: { [browseField(list)]: { value } } })));
  return [
    counting(list, viewer, members, begins, starts.map((start) => `${literalPattern(start)}.*`).join('|')),
    counting(list, viewer, members, within.must, within.include),
  ];
};

/** A suggested heading: its text, and its position in the list. */
export type Suggestion = { list: SuggestedList; text: string; key: string };

/**
 * Returns the suggestions of a list from the engine's response, those that begin with the typed text first, each heading once. A reference
 * suggests the heading that is used.
 */
export const suggestionsOf = (list: SuggestedList, typed: string, values: readonly string[]): Suggestion[] => {
  const byKey = new Map<string, Suggestion>();
  for (const value of values.map(readHeading)) {
    const { key, shown, see } = value;
    if (isAlso(value) || !fits(key, typed, list)) continue;
    const one = see === undefined ? { list, text: shown, key } : { list, text: see, key: headingKey(list, see) };
    if (!byKey.has(one.key)) byKey.set(one.key, one);
  }
  return [...byKey.values()].slice(0, suggestedLists[list]);
};

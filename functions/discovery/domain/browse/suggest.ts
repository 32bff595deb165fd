import { hasCjk } from '../../../../layers/kernel/text/fold.ts';
import { anyOf, type Clause } from '../../../catalogue/public/clauses.ts';
import { browseField, headingKey, isAlso, readHeading, typedKeys } from '../../../catalogue/public/heading.ts';
import { keyOf } from '../../../catalogue/public/title-keys.ts';
import type { Viewer } from '../../../catalogue/public/visibility.ts';
import { type BrowseQuery, inScope } from './browse-query.ts';
import { literalPattern } from './ring.ts';

/** The lists that are suggested from, and how many of each at most. */
export const suggestedLists = { title: 5, author: 3, subject: 3 } as const;
export type SuggestedList = keyof typeof suggestedLists;

/** The text in which a list's words are looked for. */
const texts: Readonly<Record<SuggestedList, string[]>> = {
  title: ['title', 'title_alt'],
  author: ['author', 'author_added'],
  subject: ['subject'],
};

// Enough to tell what is held often from what is held once; a reader types on within a fifth of a second.
const LOOKED_AT = 2000;
const MOST_WORDS = 6;

/** One question to the engine; its headings are those of `heading` that fit what was typed. */
export type SuggestQuery = BrowseQuery & { terminate_after: number };

const wordsOf = (typed: string): string[] => keyOf(typed).split(' ').slice(0, MOST_WORDS);

/** Each word more multiplies what the engine has to build for a pattern: the two longest find, the others are looked at here. */
const tellingOf = (words: readonly string[]): string[] =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .slice(0, 2)
    .map((word) => word.slice(0, 30));

/** True when each word typed begins a word of a heading, or the whole of what was typed begins it. */
export const fits = (key: string, typed: string, list: SuggestedList): boolean => {
  const spoken = ` ${key.replaceAll('\u0002', ' ')}`;
  const begins = typedKeys(list, typed).some((start) => key.startsWith(start));
  return begins || wordsOf(typed).every((word) => spoken.includes(` ${word}`));
};

/** Records that may have a heading in which each word typed begins a word, and which of their headings these may be (a pattern). */
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

/** True when so little was typed that anything would fit. */
export const isTooShort = (typed: string): boolean => {
  const key = keyOf(typed);
  return key.length < (hasCjk(key) ? 1 : 2);
};

/**
 * What the engine is asked for suggestions of a list while somebody types: first the headings that begin so, then those in
 * which every word typed begins a word, in whichever order. Folded as the index is. Takes what was typed, who looks, and
 * whose records count (none: all).
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

/** A heading to choose while typing: its text, and its place in the list. */
export type Suggestion = { list: SuggestedList; text: string; key: string };

/** The suggestions of a list out of what the engine gave for what was typed, those that begin so first, each heading once. A reference suggests the heading that is used. */
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

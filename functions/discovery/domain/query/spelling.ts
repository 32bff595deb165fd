import { hasCjk } from '../../../../layers/kernel/text/fold.ts';
import { allOf } from '../../../catalogue/public/all-of-clauses.ts';
import { anyOf } from '../../../catalogue/public/any-of-clauses.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { strictWords } from './query-words.ts';
import type { Scope, SearchParameters, Worded } from './search-parameters.ts';
import { readQueryText } from './text.ts';

/** Words of the index that are similar to a word that it lacks, the closest first. */
export type Spellings = { word: string; options: readonly string[] };

const MOST_OPTIONS = 5;
/** The most rewordings of a query that are tried. */
const MOST_TRIES = 16;

/** Returns whether a scope is for words, not for a number. */
export const isWorded = (scope: Scope): scope is Worded => scope !== 'identifier' && scope !== 'callNumber';

/** Returns the engine's request for words similar to those that no title, name or heading has; undefined when there are none to correct. */
export const spellingAsked = ({ q, scope }: SearchParameters): Record<string, unknown> | undefined => {
  if (!isWorded(scope)) return undefined;
  const text = readQueryText(q)
    .words.filter((word) => word.length > 3 && !hasCjk(word) && !/\d/.test(word))
    .join(' ');
  if (text === '') return undefined;
  // Words in the index are only looked up, so that this costs very little.
  const term = { field: 'spelling', suggest_mode: 'missing', size: MOST_OPTIONS, prefix_length: 0 };
  return { text, spelling: { term } };
};

/** Returns the queries that may be meant: each missing word in its similar spellings, the closest of all first. At most 16. */
export const rewordings = (q: string, spellings: readonly Spellings[]): string[] => {
  const near = new Map(
    spellings.filter(({ options }) => options.length > 0).map(({ word, options }) => [word, options]),
  );
  if (near.size === 0) return [];
  let tries: string[][] = [[]];
  for (const word of readQueryText(q).words) {
    const options = near.get(word) ?? [word];
    tries = options.flatMap((option) => tries.map((before) => [...before, option])).slice(0, MOST_TRIES);
  }
  return tries.map((words) => words.join(' '));
};

/** Returns the engine's query that counts the strict hits of each rewording among what the viewer may see. */
export const countingTries = (tries: readonly string[], scope: Worded, tokens: readonly string[]): Clause => {
  const clauses = tries.map((q) => allOf(strictWords(readQueryText(q), scope)));
  return {
    size: 0,
    track_total_hits: false,
    query: allOf([{ terms: { visible_to: [...tokens] } }, anyOf(clauses)]),
    aggs: { tries: { filters: { filters: clauses } } },
    timeout: '2s',
  };
};

/** Returns the rewording with the most hits; undefined when none has any. */
export const likeliest = (tries: readonly string[], counts: readonly number[]): string | undefined => {
  const most = Math.max(0, ...counts);
  return most === 0 ? undefined : tries[counts.indexOf(most)];
};

import { hasCjk } from '../../../../layers/kernel/text/fold.ts';
import { allOf } from '../../../catalogue/public/all-of-clauses.ts';
import { anyOf } from '../../../catalogue/public/any-of-clauses.ts';
import { worth } from '../../../catalogue/public/clause-worth.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { withoutArticle } from '../../../catalogue/public/without-article.ts';
import type { Worded } from './search-parameters.ts';
import type { QueryText } from './text.ts';

const is = (field: string, value: string, boost: number): Clause => worth(boost, { term: { [field]: value } });
const best = (queries: Clause[]): Clause => ({ dis_max: { queries } });

/**
 * Ranks a hit whose title is the query above all that only contain the words. The steps are far above any score by words, as a one-word
 * title would otherwise rank below longer ones that repeat the word.
 */
const titleTiers = (key: string): Clause => {
  const bare = withoutArticle(key);
  return best([
    is('title_key', key, 600),
    is('title_a_key', key, 580),
    is('title_alt_key', key, 560),
    is('title_noart_key', bare, 500),
    ...(bare === key ? [] : [is('title_alt_key', bare, 480)]),
    is('title_start', bare, 120),
  ]);
};

/** Matches when the query is a name, in either order. */
const nameTiers = (key: string, boost: number): Clause =>
  best([is('name_key', key, boost), is('name_added_key', key, boost * 0.6)]);

const MOST_NAMED = 8;

/** Matches "cage silence", "war and peace tolstoy": the query begins or ends with the whole title, and the rest contains a name. */
const titleAndName = (words: readonly string[]): Clause[] => {
  if (words.length < 2 || words.length > MOST_NAMED) return [];
  const cuts = words.slice(1).map((_, i) => i + 1);
  const parts = cuts.flatMap((at) => [words.slice(0, at), words.slice(at)]);
  const titles = [...new Set(parts.map((part) => withoutArticle(part.join(' '))))];
  const named = anyOf([{ match: { author: words.join(' ') } }, { match: { author_added: words.join(' ') } }]);
  return [worth(60, allOf([{ terms: { title_noart_key: titles } }, named]))];
};

// Beyond this the engine does not compare: a long, nearly equal title is found by its words.
const LONGEST_ALMOST = 80;

/** Matches the whole title with one or two wrong letters, however many words it has. */
const almostTitle = (key: string): Clause => {
  const almost = (field: string, boost: number): Clause =>
    worth(boost, { fuzzy: { [field]: { value: key, fuzziness: key.length > 8 ? 2 : 1, max_expansions: 20 } } });
  return best([almost('title_key', 400), almost('title_a_key', 390), almost('title_alt_key', 380)]);
};

const inOrder = (field: string, query: string, boost: number, slop = 0): Clause => ({
  match_phrase: { [field]: { query, boost, ...(slop > 0 ? { slop } : {}) } },
});

// Three moves change "Jane Austen" to "Austen, Jane".
const NAME_SLOP = 3;

const popular: Clause = { rank_feature: { field: 'popularity', boost: 0.5, log: { scaling_factor: 2 } } };

const byScope: Readonly<Record<Worded, (key: string, words: string, several: boolean) => Clause[]>> = {
  any: (key, words, several) => [
    titleTiers(key),
    ...titleAndName(words.split(' ')),
    best([is('series_key', key, 90), nameTiers(key, 80)]),
    // Variants are found by their keys.
    ...(several ? [inOrder('title', words, 8), inOrder('series', words, 4)] : []),
  ],
  title: (key, words, several) => [
    titleTiers(key),
    ...(several ? [inOrder('title', words, 8), inOrder('title_alt', words, 3)] : []),
  ],
  author: (key, words) => [
    nameTiers(key, 300),
    inOrder('author', words, 5, NAME_SLOP),
    inOrder('author_added', words, 2.5, NAME_SLOP),
  ],
  subject: (key, words) => [is('subject_key', key, 90), inOrder('subject', words, 5)],
  series: (key, words) => [is('series_key', key, 90), inOrder('series', words, 5)],
};

/** Returns the clauses that rank some hits above others: an equal title, words in order, a name, many copies. */
export const tiersOf = ({ words, key }: QueryText, scope: Worded, near: boolean): Clause[] => {
  if (key === '') return [popular];
  const several = words.length > 1 || hasCjk(key);
  const almost =
    near && key.length <= LONGEST_ALMOST && (scope === 'any' || scope === 'title') ? [almostTitle(key)] : [];
  return [...byScope[scope](key, words.join(' '), several), ...almost, popular];
};

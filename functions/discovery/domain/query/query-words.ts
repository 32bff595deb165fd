import { hasCjk } from '../../../../layers/kernel/text/fold.ts';
import { allOf, among, anyOf, type Clause } from '../../../catalogue/public/clauses.ts';
import { restrictedName } from '../../../catalogue/public/visibility.ts';
import { searchedIn, weighted } from './fields.ts';
import type { Worded } from './search-parameters.ts';
import type { QueryText } from './text.ts';

const TIE = 0.01;

// Names are not stemmed: "Robert" is not "Roberts".
const formOf = (scope: Worded): string => (scope === 'author' ? 'words_query' : 'stems_query');

/** A word as it may stand: by itself, or written as one with the word before or after it ("sea grasses", "seagrasses"). */
const asWritten = (words: readonly string[], at: number): string => {
  const [before, word = '', after] = [words[at - 1], words[at], words[at + 1]];
  if (hasCjk(word)) return word;
  const joined = [before && !hasCjk(before) ? before + word : '', after && !hasCjk(after) ? word + after : ''];
  return [word, ...joined].filter(Boolean).join(' ');
};

/** A word that a library says for its own people, for those who look with one of its tokens: as it is, in no other form. */
const inOwnWords = (word: string, own: readonly string[]): Clause =>
  among(
    'own_words',
    own.map((token) => restrictedName(token, word)),
  );

const somewhere = (words: readonly string[], at: number, scope: Worded, own: readonly string[]): Clause => {
  const [query, analyzer] = [asWritten(words, at), formOf(scope)];
  // Pairs of CJK letters must all be there; of a word's spellings any.
  const operator = hasCjk(words[at] ?? '') ? 'and' : 'or';
  const clauses: Clause[] = searchedIn(scope).map((field) => ({ match: { [field]: { query, operator, analyzer } } }));
  if (scope === 'any' && own.length > 0) clauses.push(inOwnWords(words[at] ?? '', own));
  return clauses.length === 1 ? (clauses[0] ?? {}) : anyOf(clauses);
};

/** All words of a name in one field, so that a main and an added author do not add up to a third. */
const inOneName = (words: readonly string[]): Clause =>
  anyOf(
    searchedIn('author').map((field) =>
      allOf(
        words.map((_, at) => ({
          match: {
            [field]: {
              query: asWritten(words, at),
              operator: hasCjk(words[at] ?? '') ? 'and' : 'or',
              analyzer: 'words_query',
            },
          },
        })),
      ),
    ),
  );

const wordForWord = (phrase: string, scope: Worded): Clause => {
  const clauses = searchedIn(scope).map((field) => ({
    match_phrase: { [field]: { query: phrase, analyzer: 'words_query' } },
  }));
  return anyOf(clauses);
};

/**
 * What a record must have: every word, by its stem, and every phrase word for word. Filters: they count nothing. `own`: the tokens
 * of whoever looks, by whose libraries' own words it is found, too, where everything is searched.
 */
export const strictWords = ({ words, phrases }: QueryText, scope: Worded, own: readonly string[] = []): Clause[] => [
  ...(scope === 'author' ? [inOneName(words)] : words.map((_, at) => somewhere(words, at, scope, own))),
  ...phrases.map((phrase) => wordForWord(phrase, scope)),
];

const FUZZY_WORDS = 6;
const LONGEST_FUZZY = 30;
const fuzzy = { fuzziness: 'AUTO', max_expansions: 20 };
/** Of three words two, of four three; of many more than half. */
const MOST_OF_THEM = '2<-1 5<60%';

/** The words that may be mistyped: each is compared with all words of the index, so few and none that nobody writes. */
const mistyped = (words: readonly string[]): string[] =>
  words.filter((word) => !hasCjk(word) && word.length <= LONGEST_FUZZY).slice(0, FUZZY_WORDS);

/** When nothing has all the words: all of them with a slip of the finger each, or (names apart) most of them as they are. */
export const relaxedWords = ({ words }: QueryText, scope: Worded): Clause[] => {
  const [few, all] = [mistyped(words).join(' '), words.join(' ')];
  const clauses = searchedIn(scope).flatMap((field) => [
    ...(few === '' ? [] : [{ match: { [field]: { query: few, operator: 'and', analyzer: 'words_query', ...fuzzy } } }]),
    ...(scope === 'author'
      ? []
      : [{ match: { [field]: { query: all, minimum_should_match: MOST_OF_THEM, analyzer: formOf(scope) } } }]),
  ]);
  return [clauses.length === 0 ? { match_none: {} } : anyOf(clauses)];
};

/** How well the words fit: each in the field where it counts most, rare ones more. `near` counts what only comes near too. */
export const scoreOf = ({ words }: QueryText, scope: Worded, near: boolean): Clause[] => {
  const query = words.join(' ');
  const exact = { multi_match: { query, type: 'cross_fields', fields: weighted(scope), tie_breaker: TIE } };
  if (near) {
    const few = mistyped(words).join(' ');
    const [fields, beginning] = [weighted(scope).slice(0, 2), { prefix_length: 1 }];
    const almost = {
      multi_match: { query: few, type: 'best_fields', fields, tie_breaker: TIE, ...fuzzy, ...beginning },
    };
    return few === '' ? [exact] : [exact, almost];
  }
  const stems = { title: { query, analyzer: 'stems_query', boost: 0.5 } };
  return [exact, ...(scope === 'any' || scope === 'title' ? [{ match: stems }] : [])];
};

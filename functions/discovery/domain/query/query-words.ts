import { hasCjk } from '../../../../layers/kernel/text/fold.ts';
import { allOf } from '../../../catalogue/public/all-of-clauses.ts';
import { anyOf } from '../../../catalogue/public/any-of-clauses.ts';
import { among } from '../../../catalogue/public/clause-among.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { restrictedName } from '../../../catalogue/public/restricted-name.ts';
import { searchedIn, weighted } from './fields.ts';
import type { Worded } from './search-parameters.ts';
import type { QueryText } from './text.ts';

const TIE = 0.01;

// Names are not stemmed: "Robert" is not "Roberts".
const formOf = (scope: Worded): string => (scope === 'author' ? 'words_query' : 'stems_query');

/** Returns the forms of a word: alone, or joined with the word before or after it ("sea grasses", "seagrasses"). */
const asWritten = (words: readonly string[], at: number): string => {
  const [before, word = '', after] = [words[at - 1], words[at], words[at + 1]];
  if (hasCjk(word)) return word;
  const joined = [before && !hasCjk(before) ? before + word : '', after && !hasCjk(after) ? word + after : ''];
  return [word, ...joined].filter(Boolean).join(' ');
};

/** Matches a word of a library's text for its own users, for a viewer with one of its tokens: only in exactly this form. */
const inOwnWords = (word: string, own: readonly string[]): Clause =>
  among(
    'own_words',
    own.map((token) => restrictedName(token, word)),
  );

const somewhere = (words: readonly string[], at: number, scope: Worded, own: readonly string[]): Clause => {
  const [query, analyzer] = [asWritten(words, at), formOf(scope)];
  // Pairs of CJK letters must all match; of a word's spellings any.
  const operator = hasCjk(words[at] ?? '') ? 'and' : 'or';
  const clauses: Clause[] = searchedIn(scope).map((field) => ({ match: { [field]: { query, operator, analyzer } } }));
  if (scope === 'any' && own.length > 0) clauses.push(inOwnWords(words[at] ?? '', own));
  return clauses.length === 1 ? (clauses[0] ?? {}) : anyOf(clauses);
};

/** Matches all words of a name in one field, so that a main and an added author do not match as a third. */
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

// In English these words say nothing else at the beginning of a query.
const ENGLISH: ReadonlySet<string> = new Set(['the', 'a', 'an']);

/** Returns the words that a record must contain: without an English leading article ("a milne" may be a name with its initial). */
const requiredWords = ({ words, article }: QueryText, scope: Worded): string[] => {
  const drops = article !== undefined && ENGLISH.has(article) && (scope !== 'author' || article === 'the');
  return drops ? words.slice(1) : words;
};

/** Matches a leading article of another language, or a record whose title is or begins with the rest ("los" is a name in "los angeles"). */
const orBareTitle = (lead: Clause, rest: string): Clause =>
  anyOf([lead, { term: { title_noart_key: rest } }, { term: { title_start: rest } }]);

const everyWord = (text: QueryText, scope: Worded, own: readonly string[]): Clause[] => {
  const words = requiredWords(text, scope);
  const clauses = words.map((_, at) => somewhere(words, at, scope, own));
  const [lead, ...others] = clauses;
  const staysRequired = text.article !== undefined && words.length === text.words.length;
  return lead && staysRequired && others.length > 0
    ? [orBareTitle(lead, words.slice(1).join(' ')), ...others]
    : clauses;
};

/**
 * Returns the filters that a record must match: every word, by its stem, and every phrase literally. They do not affect the score. A
 * leading article hides no title without it. `own`: the viewer's tokens, for libraries' own text, which is searched too when the scope is
 * everything.
 */
export const strictWords = (text: QueryText, scope: Worded, own: readonly string[] = []): Clause[] => [
  ...(scope === 'author' ? [inOneName(requiredWords(text, scope))] : everyWord(text, scope, own)),
  ...text.phrases.map((phrase) => wordForWord(phrase, scope)),
];

const FUZZY_WORDS = 6;
const LONGEST_FUZZY = 30;
const fuzzy = { fuzziness: 'AUTO', max_expansions: 20 };
/** Two of three words, three of four; more than half of many. */
const MOST_OF_THEM = '2<-1 5<60%';

/** Returns the words that may be mistyped: each is compared with all words of the index, so only a few, and none that nobody writes. */
const mistyped = (words: readonly string[]): string[] =>
  words.filter((word) => !hasCjk(word) && word.length <= LONGEST_FUZZY).slice(0, FUZZY_WORDS);

/**
 * Returns the clauses when nothing has all the words: all of them with a typing error each, or (except for names) most of them unchanged.
 */
export const relaxedWords = (text: QueryText, scope: Worded): Clause[] => {
  const words = requiredWords(text, scope);
  const [few, all] = [mistyped(words).join(' '), words.join(' ')];
  const clauses = searchedIn(scope).flatMap((field) => [
    ...(few === '' ? [] : [{ match: { [field]: { query: few, operator: 'and', analyzer: 'words_query', ...fuzzy } } }]),
    ...(scope === 'author'
      ? []
      : [{ match: { [field]: { query: all, minimum_should_match: MOST_OF_THEM, analyzer: formOf(scope) } } }]),
  ]);
  return [clauses.length === 0 ? { match_none: {} } : anyOf(clauses)];
};

/** Returns the score of the words: each in the field with the highest weight, rare ones more. `near` also scores approximate matches. */
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

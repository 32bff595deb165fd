import { anyOf, type Clause } from './engine-query.ts';
import { weighted } from './query-fields.ts';
import type { QueryText } from './query-text.ts';
import type { Scope } from './search-wish.ts';

type Worded = Exclude<Scope, 'identifier'>;

const TIE = 0.01;

/** All words, each in whichever of the fields: author and title in one query find their record. */
const across = (query: string, fields: string[], boost: number): Clause => ({
  multi_match: { query, type: 'cross_fields', operator: 'and', fields, tie_breaker: TIE, boost },
});

/** All words in one field, for names: two persons must not add up to a third. */
const within = (query: string, fields: string[], boost: number): Clause => ({
  multi_match: { query, type: 'best_fields', operator: 'and', fields, tie_breaker: TIE, boost },
});

/** Neighbouring words written as one. */
const inOne = (query: string, scope: Worded, boost: number): Clause => ({
  multi_match: { query, type: 'best_fields', analyzer: 'pairs', fields: weighted(scope, '.joined'), boost },
});

const phraseIn = (phrase: string, scope: Worded): Clause => ({
  multi_match: { query: phrase, type: 'phrase', fields: [...weighted(scope, ''), ...weighted(scope, '.cjk')] },
});

/** The words must all be there: as written, by stem, written together or apart, and for CJK as pairs of letters. */
export const strictWords = ({ words, phrases, cjk }: QueryText, scope: Worded): Clause[] => {
  const all = scope === 'author' ? within : across;
  const ways = cjk
    ? [all(words, weighted(scope, '.cjk'), 1)]
    : [
        all(words, weighted(scope, ''), 1),
        // A name is not stemmed: "Robert" is not "Roberts".
        ...(scope === 'author' ? [] : [all(words, weighted(scope, '.stem'), 0.6)]),
        all(words, weighted(scope, '.joined'), 0.5),
        // "o brien" is "O'Brien", "sea grasses" are "seagrasses": two words as one.
        ...(words.split(' ').length === 2 ? [inOne(words, scope, 0.5)] : []),
      ];
  return [{ dis_max: { tie_breaker: TIE, queries: ways } }, ...phrases.map((phrase) => phraseIn(phrase, scope))];
};

const FUZZY_WORDS = 8;

/** When nothing has all the words: most of them, written together or apart, or with a slip of the finger. */
export const relaxedWords = ({ words, cjk }: QueryText, scope: Worded): Clause[] => {
  const few = words.split(' ').slice(0, FUZZY_WORDS).join(' ');
  const fuzzy = { fuzziness: 'AUTO', prefix_length: 1, max_expansions: 10 };
  const fields = weighted(scope, '');
  return [
    anyOf([
      inOne(words, scope, 1),
      {
        multi_match: {
          query: words,
          type: 'best_fields',
          fields: weighted(scope, '.joined'),
          minimum_should_match: '45%',
          boost: 0.2,
        },
      },
      { multi_match: { query: few, type: 'best_fields', operator: 'and', fields, ...fuzzy, boost: 2 } },
      { multi_match: { query: few, type: 'best_fields', minimum_should_match: '60%', fields, ...fuzzy, boost: 0.5 } },
      ...(cjk
        ? [
            {
              multi_match: {
                query: words,
                type: 'best_fields',
                fields: weighted(scope, '.cjk'),
                minimum_should_match: '60%',
              },
            },
          ]
        : []),
    ]),
  ];
};

import { type Clause, worth } from './engine-query.ts';
import type { QueryText } from './query-text.ts';
import type { Scope } from './search-wish.ts';
import { keyOf, withoutArticle } from './title-keys.ts';

/**
 * What lifts a hit above all that only hold the words: the query is the title. The steps are far above any score by words,
 * because a one-word title otherwise drowns in longer ones that say the word more often.
 */
const titleTiers = (key: string): Clause[] => {
  const bare = withoutArticle(key);
  return [
    {
      dis_max: {
        queries: [
          worth(600, { term: { title_key: key } }),
          worth(580, { term: { title_a_key: key } }),
          worth(560, { term: { title_alt_key: key } }),
          worth(500, { term: { title_noart_key: bare } }),
          worth(120, { prefix: { title_key: `${key} ` } }),
          worth(100, { prefix: { title_noart_key: `${bare} ` } }),
        ],
      },
    },
  ];
};

const inOrder = (field: string, query: string, boost: number, slop = 0): Clause => ({
  match_phrase: { [field]: { query, boost, ...(slop > 0 ? { slop } : {}) } },
});

// Three moves bring "Jane Austen" to "Austen, Jane".
const NAME_SLOP = 3;

/** What raises some hits above others without being asked for: an equal title, words in order, a name, many copies. */
export const tiersOf = ({ words, cjk }: QueryText, scope: Exclude<Scope, 'identifier'>): Clause[] => {
  const key = keyOf(words);
  const way = cjk ? '.cjk' : '';
  const titles = [...titleTiers(key), inOrder(`title${way}`, words, 8), inOrder(`title_alt${way}`, words, 3)];
  const names = (boost: number): Clause[] => [
    inOrder(`author${way}`, words, boost, NAME_SLOP),
    inOrder(`author_added${way}`, words, boost * 0.5, NAME_SLOP),
  ];
  const popular = { rank_feature: { field: 'popularity', boost: 0.5, log: { scaling_factor: 2 } } };
  if (key === '') return [popular];
  if (scope === 'title') return [...titles, popular];
  if (scope === 'author') return [...names(5), worth(20, { prefix: { author_key: key } }), popular];
  if (scope === 'subject') return [inOrder(`subject${way}`, words, 5), popular];
  return [...titles, ...names(2), popular];
};

import { browseField, browseLists } from '../../domain/discovery/browse/heading.ts';

/** Words that readers and catalogues spell in more than one way. Folded text; used on queries only, so that a change needs no rebuild. */
const synonyms = [
  'dept, department',
  'quran, koran, qoran',
  'cello, violoncello',
  'intl, international',
  'govt, government',
  'univ, university',
  'assn, association',
  'vol, volume',
  'gray, grey',
  'color, colour',
  'theater, theatre',
  'catalog, catalogue',
  'archeology, archaeology',
  'encyclopedia, encyclopaedia',
  'tv, television',
  'wwii, ww2, world war ii',
  'dostoevsky, dostoyevsky, dostoevskii, dostoevskij, dostojewski',
  'tolstoy, tolstoi, tolstoj',
  'chekhov, chekov, tschechow, tchekhov',
  'tchaikovsky, chaikovskii, tschaikowsky',
];

const analysis = {
  char_filter: {
    // "avant-garde", "arsen'ev", "U.S." as one word, beside the words they are parted into.
    dehyphen: { type: 'pattern_replace', pattern: "[-\u2010-\u2015/'.]", replacement: '' },
    // Korean is catalogued with and without blanks.
    // "J.K. Rowling" has two initials.
    initials: { type: 'pattern_replace', pattern: '(?<=\\p{L})[.](?=\\p{L})', replacement: ' ' },
    hangul: { type: 'pattern_replace', pattern: '(?<=[\uac00-\ud7a3])\\s+(?=[\uac00-\ud7a3])', replacement: '' },
  },
  filter: {
    articles: {
      type: 'elision',
      articles_case: true,
      articles: [
        'l',
        'd',
        'qu',
        'j',
        'm',
        'n',
        's',
        't',
        'c',
        'jusqu',
        'lorsqu',
        'puisqu',
        'quoiqu',
        'dell',
        'all',
        'nell',
        'dall',
        'sull',
        'un',
        'gl',
      ],
    },
    possessive: { type: 'pattern_replace', pattern: "'s$|'", replacement: '' },
    join2: { type: 'shingle', min_shingle_size: 2, max_shingle_size: 2, token_separator: '' },
    pairs: {
      type: 'shingle',
      min_shingle_size: 2,
      max_shingle_size: 2,
      token_separator: '',
      output_unigrams: false,
    },
    same: { type: 'synonym_graph', synonyms },
    han: { type: 'cjk_bigram' },
    han_index: { type: 'cjk_bigram', output_unigrams: true },
  },
  analyzer: {
    plain: { char_filter: ['initials'], tokenizer: 'standard', filter: ['lowercase', 'articles', 'possessive'] },
    plain_query: {
      char_filter: ['initials'],
      tokenizer: 'standard',
      filter: ['lowercase', 'articles', 'possessive', 'same'],
    },
    stemmed: {
      char_filter: ['initials'],
      tokenizer: 'standard',
      filter: ['lowercase', 'articles', 'possessive', 'kstem'],
    },
    stemmed_query: {
      char_filter: ['initials'],
      tokenizer: 'standard',
      filter: ['lowercase', 'articles', 'possessive', 'same', 'kstem'],
    },
    joined: { char_filter: ['dehyphen'], tokenizer: 'standard', filter: ['lowercase', 'join2'] },
    pairs: { char_filter: ['dehyphen'], tokenizer: 'standard', filter: ['lowercase', 'pairs'] },
    cjk_index: { char_filter: ['hangul'], tokenizer: 'standard', filter: ['lowercase', 'han_index'] },
    cjk_query: { tokenizer: 'standard', filter: ['lowercase', 'han'] },
  },
};

// Titles and names are short: their length says little, and a word twice is no better than once.
const similarity = { short: { type: 'BM25', k1: 0.6, b: 0.3 } };

const text = (similar?: 'short') => {
  const like = similar ? { similarity: similar } : {};
  return {
    type: 'text',
    analyzer: 'plain',
    search_analyzer: 'plain_query',
    ...like,
    fields: {
      stem: { type: 'text', analyzer: 'stemmed', search_analyzer: 'stemmed_query', ...like },
      joined: { type: 'text', analyzer: 'joined', ...like },
      cjk: { type: 'text', analyzer: 'cjk_index', search_analyzer: 'cjk_query', ...like },
    },
  };
};
const name = { type: 'keyword', ignore_above: 1000 };

const properties = {
  record_id: name,
  deleted: { type: 'boolean' },
  deleted_at: { type: 'date' },
  title_a: text('short'),
  title: text('short'),
  title_alt: text('short'),
  author: text('short'),
  author_added: text('short'),
  responsibility: text(),
  subject: text(),
  series: text(),
  contents: text(),
  publisher: text(),
  other: text(),
  title_key: name,
  title_a_key: name,
  title_alt_key: name,
  title_noart_key: name,
  title_sort: name,
  author_key: name,
  isbn: name,
  issn: name,
  ids: name,
  format: name,
  language: name,
  year: { type: 'integer' },
  online: { type: 'boolean' },
  held_by: name,
  available_at: name,
  popularity: { type: 'rank_feature' },
  visible_to: name,
  ...Object.fromEntries(browseLists.map((list) => [browseField(list), name])),
  shown: { type: 'object', enabled: false },
};

/**
 * Settings and mapping of the union index (reference: the search experiment that this product's ranking rests on). Only
 * what the engine has without plug-ins; no stop words; a field that is not listed is refused.
 */
export const indexDefinition = {
  settings: {
    number_of_shards: 1,
    auto_expand_replicas: '0-1',
    refresh_interval: '1s',
    // A place in a list is a pattern of up to 300 characters with what lies beside each of them.
    'index.max_regex_length': 4000,
    'index.similarity.short': similarity.short,
    analysis,
  },
  mappings: { dynamic: 'strict', properties },
};

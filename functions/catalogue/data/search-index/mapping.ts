import { browseField, headingLists } from '../../domain/index/heading.ts';

/**
 * Words that readers and catalogues spell in more than one way. Folded text; applied to queries only, so that a change needs no rebuild.
 */
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
  'wwii, ww2',
  'dostoevsky, dostoyevsky, dostoevskii, dostoevskij, dostojewski',
  'tolstoy, tolstoi, tolstoj',
  'chekhov, chekov, tschechow, tchekhov',
  'tchaikovsky, chaikovskii, tschaikowsky',
];

// Text arrives folded and tokenised (indexed-text.ts): the tokenizer only splits at blanks and Han characters.
const analysis = {
  filter: {
    same: { type: 'synonym_graph', synonyms },
    han: { type: 'cjk_bigram' },
    han_index: { type: 'cjk_bigram', output_unigrams: true },
  },
  analyzer: {
    // A word is indexed with its stem, so that one field serves both.
    words: { tokenizer: 'standard', filter: ['keyword_repeat', 'kstem', 'remove_duplicates', 'han_index'] },
    names: { tokenizer: 'standard', filter: ['han_index'] },
    spelling: { tokenizer: 'standard' },
    words_query: { tokenizer: 'standard', filter: ['same', 'han'] },
    stems_query: { tokenizer: 'standard', filter: ['same', 'kstem', 'han'] },
  },
};

// Titles and names are short: their length is not significant, and a repeated word is no better than one.
const similarity = { short: { type: 'BM25', k1: 0.6, b: 0.3 } };

/** Defines a ranked field; its text is copied to `all` and to the words for spelling correction. */
const text = (analyzer: 'words' | 'names') => ({
  type: 'text',
  analyzer,
  search_analyzer: 'words_query',
  similarity: 'short',
  copy_to: ['all', 'spelling'],
});
/** A field that only records whether a word occurs. */
const found = { type: 'text', analyzer: 'words', search_analyzer: 'words_query', norms: false };
const name = { type: 'keyword', ignore_above: 1000 };
/** Queried as a whole or by prefix, never aggregated or sorted. */
const key = { ...name, doc_values: false };
/** Aggregated in every search: loaded when the index is refreshed, not by the first search. */
const facet = { ...name, eager_global_ordinals: true };

const properties = {
  record_id: name,
  deleted: { type: 'boolean' },
  deleted_at: { type: 'date' },
  title: text('words'),
  title_alt: text('words'),
  author: text('names'),
  author_added: text('names'),
  subject: text('words'),
  series: text('words'),
  // Found in `all` without weight in ranking; own fields for queries of just these.
  contents: { ...found, copy_to: 'all' },
  publisher: { ...found, copy_to: 'all' },
  // Stored in the source, searched in `all`.
  rest: { type: 'text', index: false, copy_to: 'all' },
  all: { ...found, search_analyzer: 'stems_query' },
  spelling: { type: 'text', analyzer: 'spelling', norms: false, index_options: 'docs' },
  title_key: key,
  title_a_key: key,
  title_alt_key: key,
  title_noart_key: key,
  title_start: key,
  title_sort: name,
  author_key: name,
  name_key: key,
  name_added_key: key,
  series_key: key,
  subject_key: key,
  work_key: name,
  // Listed for other systems (scan), and so with values by document.
  isbn: name,
  issn: name,
  ids: key,
  other_numbers: key,
  call_number: key,
  // For sorting, never searched.
  shelf_first: { ...name, index: false },
  shelf_places: { type: 'binary', doc_values: true },
  format: facet,
  language: facet,
  year: { type: 'integer' },
  arrived: { type: 'integer' },
  for_children: { type: 'boolean', doc_values: false },
  online: { type: 'boolean', doc_values: false },
  held_by: facet,
  available_at: key,
  held_by_restricted: key,
  available_at_restricted: key,
  own_words: key,
  popularity: { type: 'rank_feature' },
  visible_to: key,
  ...Object.fromEntries(headingLists.map((list) => [browseField(list), name])),
  shown: { type: 'object', enabled: false },
};

/**
 * Settings and mapping of the union index (reference: the search experiment on which this product's ranking is based). Only features of the
 * engine without plug-ins; no stop words; fields that are not listed are rejected.
 */
export const indexDefinition = {
  settings: {
    number_of_shards: 1,
    auto_expand_replicas: '0-1',
    refresh_interval: '1s',
    // A position in a list is a pattern of up to 300 characters, each with its neighbouring ranges.
    'index.max_regex_length': 4000,
    'index.similarity.short': similarity.short,
    analysis,
  },
  mappings: { dynamic: 'strict', properties },
};

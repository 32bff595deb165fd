import type { Format } from '../../../../layers/protocols/marc/format.ts';

/**
 * Which part of a record the words are looked for in. `identifier`: ISBN, ISSN, OCLC number, LCCN, barcode, local number.
 * `callNumber`: class marks and call numbers, from their beginning.
 */
export const scopes = ['any', 'title', 'author', 'subject', 'series', 'callNumber', 'identifier'] as const;
export type Scope = (typeof scopes)[number];
/** The scopes in which words are looked for, not a number. */
export type Worded = Exclude<Scope, 'callNumber' | 'identifier'>;

/** Orders of the hits. `relevance` is by score; `newest` and `oldest` by year; `title` without its leading article; `author` by the main name; `callNumber` as the shelves stand. */
export const sorts = ['relevance', 'newest', 'oldest', 'title', 'author', 'callNumber'] as const;
export type Sort = (typeof sorts)[number];

/** Facets whose values are codes: whoever shows them has the words for them. A search tells the most frequent ones. */
export const codedFacets = ['format', 'language', 'member'] as const;
export type CodedFacet = (typeof codedFacets)[number];

/** What facets narrow to: within one facet any value suffices, across facets all must hold. */
export type ChosenFacets = {
  format: readonly Format[];
  language: readonly string[];
  member: readonly string[];
  /** Headings by the keys of their lists; absent where none is chosen. */
  subject?: readonly string[];
  author?: readonly string[];
  yearFrom?: number;
  yearTo?: number;
};

/** What the name of a work looks like (`workKeyOf`). */
export const workNames = /^[\w-]{1,80}$/;

/** The parameters of a search. `q` empty: all records, by the facets alone. */
export type SearchParameters = {
  q: string;
  scope: Scope;
  facets: ChosenFacets;
  /** Only what one of these members holds, whatever the facets; empty for all of the consortium. */
  within: readonly string[];
  /** Only the editions of this work, by its key. */
  work?: string;
  /** The editions of a work as one hit, the best of them. */
  asWorks: boolean;
  /** Only what stands on a shelf now, of those that the search is about (`shelvesOf`). */
  shelf: boolean;
  sort: Sort;
  /** Hits on a page. */
  limit: number;
};

/** Whose shelves a search is about: the libraries chosen among its hits, else those within which it looks, else (none) everybody's. */
export const shelvesOf = ({ facets, within }: Pick<SearchParameters, 'facets' | 'within'>): readonly string[] =>
  facets.member.length > 0 ? facets.member : within;

/** The longest query, in characters: beyond it no reader types and the engine's clauses run out. */
export const LONGEST_QUERY = 500;

/** The most hits on a page: their copies are read from the table, a batch a page. */
export const LARGEST_PAGE = 50;

/** The parameters of a search for some text in all fields and the whole consortium, by relevance; `over` replaces some. */
export const plainSearch = (q: string, over: Partial<SearchParameters> = {}): SearchParameters => ({
  q,
  scope: 'any',
  facets: { format: [], language: [], member: [] },
  within: [],
  asWorks: false,
  shelf: false,
  sort: 'relevance',
  limit: 20,
  ...over,
});

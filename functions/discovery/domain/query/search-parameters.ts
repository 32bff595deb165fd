import type { Format } from '../../../../layers/protocols/marc/format.ts';

/**
 * The part of a record in which the words are searched. `identifier`: ISBN, ISSN, OCLC number, LCCN, barcode, local number. `callNumber`:
 * class marks and call numbers, from their beginning.
 */
export const scopes = ['any', 'title', 'author', 'subject', 'series', 'callNumber', 'identifier'] as const;
export type Scope = (typeof scopes)[number];
/** The scopes for words, not for numbers. */
export type Worded = Exclude<Scope, 'callNumber' | 'identifier'>;

/**
 * Orders of the hits. `relevance` is by score; `arrived` by the day on which the first copy came into the union; `newest` and `oldest` by year; `title` without its leading article; `author` by the main
 * name; `callNumber` in shelf order.
 */
export const sorts = ['relevance', 'arrived', 'newest', 'oldest', 'title', 'author', 'callNumber'] as const;
export type Sort = (typeof sorts)[number];

/** The readers to whose records a search can be limited. */
export const audiences = ['children'] as const;
type Audience = (typeof audiences)[number];

/** Facets whose values are codes, for which the client has names. A search returns the most frequent ones. */
export const codedFacets = ['format', 'language', 'member'] as const;
export type CodedFacet = (typeof codedFacets)[number];

/** The chosen values of facets: within one facet any value suffices, across facets all must match. */
export type ChosenFacets = {
  format: readonly Format[];
  language: readonly string[];
  member: readonly string[];
  /** Headings by the keys of their lists; absent when none is chosen. */
  subject?: readonly string[];
  author?: readonly string[];
  yearFrom?: number;
  yearTo?: number;
};

/** The syntax of a work's name (`workKeyOf`). */
export const workNames = /^[\w-]{1,80}$/;

/** The parameters of a search. `q` empty: all records, by the facets alone. */
export type SearchParameters = {
  q: string;
  scope: Scope;
  facets: ChosenFacets;
  /** Only holdings of these members, whatever the facets; empty for the whole consortium. */
  within: readonly string[];
  /** Only records that are meant for these readers; absent for all. */
  audience?: Audience;
  /** Only the editions of this work, by its key. */
  work?: string;
  /** Returns the editions of a work as one hit, the best of them. */
  asWorks: boolean;
  /** Only copies that are on a shelf now, of the members that the search is about (`shelvesOf`). */
  shelf: boolean;
  sort: Sort;
  /** Hits on a page. */
  limit: number;
};

/** Returns the members whose shelves a search is about: the libraries chosen as a facet, else those of `within`, else (empty) all. */
export const shelvesOf = ({ facets, within }: Pick<SearchParameters, 'facets' | 'within'>): readonly string[] =>
  facets.member.length > 0 ? facets.member : within;

/** The longest query, in characters: readers type no longer ones, and the engine's clauses are limited. */
export const LONGEST_QUERY = 500;

/** The most hits on a page: their copies are read from the table, in one batch per page. */
export const LARGEST_PAGE = 50;

/** Returns the parameters of a search for a text in all fields and the whole consortium, by relevance; `over` replaces some. */
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

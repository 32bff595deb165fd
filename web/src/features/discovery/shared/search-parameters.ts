/** A search as it stands in the address: plain text throughout, lists parted by commas, as in the API's own query. */
export type SearchParameters = {
  q?: string;
  scope?: Scope;
  format?: string;
  language?: string;
  member?: string;
  /** Headings by their places in their lists, as the API gives them. */
  author?: string;
  subject?: string;
  /** The editions of one work, as a hit names it. */
  work?: string;
  yearFrom?: string;
  yearTo?: string;
  /** `1`: only what stands on a shelf now, at the libraries chosen, else at those whose holdings are searched. */
  shelf?: '1';
  /** Whose holdings are searched: the visitor's own library, or all of its kind; all of the consortium when absent. */
  within?: Within;
  /** `works`: the editions of a work as one. */
  group?: 'works';
  sort?: Sort;
};

/** Where the words are looked for. */
export const scopes = ['any', 'title', 'author', 'subject', 'series', 'callNumber', 'identifier'] as const;
export type Scope = (typeof scopes)[number];
/** Whose holdings: one's own library's, or those of the libraries of its kind. */
export const withins = ['home', 'kind'] as const;
export type Within = (typeof withins)[number];
/** Orders of the hits. */
export const sorts = ['relevance', 'newest', 'oldest', 'title', 'author', 'callNumber'] as const;
export type Sort = (typeof sorts)[number];
/** Facets in which several values may be chosen. */
export const facetNames = ['format', 'language', 'member', 'author', 'subject'] as const;
export type FacetName = (typeof facetNames)[number];
/** All that stand beside the hits, in their order. Of decades one may be chosen. */
export const shownFacets = [...facetNames, 'decade'] as const;
export type ShownFacet = (typeof shownFacets)[number];

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((each) => each === value);
const year = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{1,4}$/.test(value) ? value : undefined;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** Drops what is not there, so that addresses stay short and equal searches have equal ones. */
export const tidy = (
  parameters: { [K in keyof SearchParameters]: SearchParameters[K] | undefined },
): SearchParameters =>
  Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined && value !== ''));

/** Reads a search out of an address; what is not understood is left out, never refused. */
export const searchParametersOf = (search: Record<string, unknown>): SearchParameters =>
  tidy({
    q: text(search.q)?.slice(0, 500),
    scope: oneOf(scopes.slice(1), search.scope),
    format: text(search.format),
    language: text(search.language),
    member: text(search.member),
    author: text(search.author),
    subject: text(search.subject),
    work: text(search.work),
    yearFrom: year(search.yearFrom),
    yearTo: year(search.yearTo),
    shelf: search.shelf === '1' ? '1' : undefined,
    within: oneOf(withins, search.within),
    group: search.group === 'works' ? 'works' : undefined,
    sort: oneOf(sorts.slice(1), search.sort),
  });

const lastOf = (decade: string): string => String(Number(decade) + 9);

/** The values chosen in a facet; a decade by its first year, where the years chosen are one. */
export const chosen = (parameters: SearchParameters, facet: ShownFacet): string[] => {
  if (facet !== 'decade') return (parameters[facet] ?? '').split(',').filter(Boolean);
  const { yearFrom = '', yearTo } = parameters;
  return yearFrom !== '' && Number(yearFrom) % 10 === 0 && yearTo === lastOf(yearFrom) ? [yearFrom] : [];
};

/** The search with one value of a facet chosen, or let go if it was. */
export const toggled = (parameters: SearchParameters, facet: ShownFacet, value: string): SearchParameters => {
  const before = chosen(parameters, facet);
  if (facet === 'decade') {
    const years = before.includes(value) ? {} : { yearFrom: value, yearTo: lastOf(value) };
    return tidy({ ...parameters, yearFrom: undefined, yearTo: undefined, ...years });
  }
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return tidy({ ...parameters, [facet]: after.join(',') });
};

/** The search without its filters: words, scope, whose holdings and order stay. */
export const unfiltered = ({ q, scope, within, group, sort }: SearchParameters): SearchParameters =>
  tidy({ q, scope, within, group, sort });

/** The search with other words: its filters stay, but what is typed anew is looked for in all works. */
export const worded = (
  parameters: SearchParameters,
  q: string,
  scope: Scope = parameters.scope ?? 'any',
): SearchParameters => tidy({ ...parameters, q, scope: scope === 'any' ? undefined : scope, work: undefined });

/** True when something narrows the search beside its words. */
export const isFiltered = (parameters: SearchParameters): boolean =>
  facetNames.some((facet) => parameters[facet]) ||
  Boolean(parameters.work || parameters.yearFrom || parameters.yearTo || parameters.shelf);

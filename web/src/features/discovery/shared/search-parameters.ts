/** A search as in the address: plain text, with lists separated by commas, as in the API's own query. */
export type SearchParameters = {
  q?: string;
  scope?: Scope;
  format?: string;
  language?: string;
  member?: string;
  /** Headings by their sort keys, as the API returns them. */
  author?: string;
  subject?: string;
  /** Only titles that are meant for children; the page for children asks for them, no address of a search. */
  audience?: 'children';
  /** The id of a work, to search its editions. */
  work?: string;
  yearFrom?: string;
  yearTo?: string;
  /** `1`: only titles available now, at the selected libraries or else at those whose holdings are searched. */
  shelf?: '1';
  /** The libraries whose holdings are searched: the visitor's own library or all of its kind; the whole consortium when absent. */
  within?: Within;
  /** `works`: group the editions of a work. */
  group?: 'works';
  sort?: Sort;
};

/** The search scopes. */
export const scopes = ['any', 'title', 'author', 'subject', 'series', 'callNumber', 'identifier'] as const;
export type Scope = (typeof scopes)[number];
/** The restrictions on holdings: one's own library, or the libraries of its kind. */
export const withins = ['home', 'kind'] as const;
export type Within = (typeof withins)[number];
/** The sort orders of the results. */
export const sorts = ['relevance', 'arrived', 'newest', 'oldest', 'title', 'author', 'callNumber'] as const;
export type Sort = (typeof sorts)[number];
/** Facets with several selectable values. */
export const facetNames = ['format', 'language', 'member', 'author', 'subject'] as const;
export type FacetName = (typeof facetNames)[number];
/** All facets, in display order. Only one decade can be selected. */
export const shownFacets = [...facetNames, 'decade'] as const;
export type ShownFacet = (typeof shownFacets)[number];

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((each) => each === value);
const year = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{1,4}$/.test(value) ? value : undefined;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** Removes empty values, so that addresses stay short and equal searches have equal addresses. */
export const tidy = (
  parameters: { [K in keyof SearchParameters]: SearchParameters[K] | undefined },
): SearchParameters =>
  Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined && value !== ''));

/** Parses a search from an address; invalid values are omitted, never refused. */
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

/** Returns the selected values of a facet; a decade by its first year, when the selected years form one. */
export const chosen = (parameters: SearchParameters, facet: ShownFacet): string[] => {
  if (facet !== 'decade') return (parameters[facet] ?? '').split(',').filter(Boolean);
  const { yearFrom = '', yearTo } = parameters;
  return yearFrom !== '' && Number(yearFrom) % 10 === 0 && yearTo === lastOf(yearFrom) ? [yearFrom] : [];
};

/** Returns the search with one value of a facet selected, or deselected if it was. */
export const toggled = (parameters: SearchParameters, facet: ShownFacet, value: string): SearchParameters => {
  const before = chosen(parameters, facet);
  if (facet === 'decade') {
    const years = before.includes(value) ? {} : { yearFrom: value, yearTo: lastOf(value) };
    return tidy({ ...parameters, yearFrom: undefined, yearTo: undefined, ...years });
  }
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return tidy({ ...parameters, [facet]: after.join(',') });
};

/** Returns the search without its filters; words, scope, holdings and order stay. */
export const unfiltered = ({ q, scope, within, group, sort }: SearchParameters): SearchParameters =>
  tidy({ q, scope, within, group, sort });

/** Returns the search with other words: its filters stay, but a new query covers all works. */
export const worded = (
  parameters: SearchParameters,
  q: string,
  scope: Scope = parameters.scope ?? 'any',
): SearchParameters => tidy({ ...parameters, q, scope: scope === 'any' ? undefined : scope, work: undefined });

/** Whether the search has filters besides its words. */
export const isFiltered = (parameters: SearchParameters): boolean =>
  facetNames.some((facet) => parameters[facet]) ||
  Boolean(parameters.work || parameters.yearFrom || parameters.yearTo || parameters.shelf);

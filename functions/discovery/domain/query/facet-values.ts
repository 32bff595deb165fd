import { allOf } from '../../../catalogue/public/all-of-clauses.ts';
import { browseField } from '../../../catalogue/public/browse-field.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { headingKey } from '../../../catalogue/public/heading-key.ts';
import { isAlso } from '../../../catalogue/public/is-also-in-list.ts';
import { readHeading } from '../../../catalogue/public/read-heading.ts';
import { viewerTokens } from '../../../catalogue/public/viewer-tokens.ts';
import type { Viewer } from '../../../catalogue/public/visibility.ts';
import { writePlace } from '../browse/place.ts';
import { fits, isTooShort, withWords } from '../browse/suggest.ts';
import { allCodes, facetFilter, type HeadingFacet, isHeading, type SoughtFacet } from './facets.ts';
import { toEngineQuery } from './query.ts';
import type { SearchParameters } from './search-parameters.ts';

/** The most headings offered at once. */
export const OFFERED = 20;
// Spellings of a heading are separate values, and some values of a pattern do not match the typed text.
const ASKED = 5 * OFFERED;
// A reader types on: a result of a million hits is not counted completely for each letter.
const LOOKED_AT = 50_000;

/** The engine's request for the values of a facet. */
export type FacetValuesQuery = {
  size: 0;
  query: Clause;
  aggs: Record<string, unknown>;
  terminate_after?: number;
  timeout: string;
};

/** Returns what to count, and the filter for hits: headings by the typed text, all codes, as only the client has their names. */
const countingOf = (facet: SoughtFacet, typed: string): { must: Clause[]; values: Clause; most?: number } => {
  if (!isHeading(facet)) return { must: [], values: allCodes(facet) };
  const words = isTooShort(typed) ? undefined : withWords(facet, typed);
  const include = words ? { include: words.include } : {};
  const values = { terms: { field: browseField(facet), ...include, size: ASKED, execution_hint: 'map' } };
  return { must: words ? [words.must] : [], values, most: LOOKED_AT };
};

/**
 * Queries the values of a facet among the hits of a search, narrowed by all other facets. For headings those in which every typed word
 * begins a word, or the most frequent ones when too little was typed; for codes all, counted as in the search. `near`: the search's words
 * had no exact hits.
 */
export const facetValuesQuery = (
  facet: SoughtFacet,
  typed: string,
  parameters: SearchParameters,
  viewer: Viewer,
  near: boolean,
): FacetValuesQuery => {
  const others = facetFilter({ ...parameters.facets, [facet]: [] }, viewerTokens(viewer));
  const { must, values, most } = countingOf(facet, typed);
  return {
    size: 0,
    query: allOf([toEngineQuery(parameters, viewer, near).query, ...(others ? [others] : []), ...must]),
    aggs: { values },
    ...(most === undefined ? {} : { terminate_after: most }),
    timeout: '2s',
  };
};

/** A value of a facet with its number of hits; for a heading also its displayed form. */
export type ValueCount = { value: string; heading?: string | undefined; count: number };

/** A heading of a facet with its position in its list and its number of hits. */
export type HeadingCount = { value: string; heading: string; count: number };

/**
 * Returns headings from the index's values, each once for all spellings, the most frequent first. A reference counts for the heading that
 * is used.
 */
export const headingCounts = (
  list: HeadingFacet,
  values: readonly { value: string; count: number }[],
  isWanted: (key: string) => boolean = () => true,
): HeadingCount[] => {
  const byKey = new Map<string, HeadingCount>();
  for (const { value, count } of values) {
    const read = readHeading(value);
    const { key: own, shown, see } = read;
    if (isAlso(read) || !isWanted(own)) continue;
    const key = see === undefined ? own : headingKey(list, see);
    const known = byKey.get(key);
    // A record has a heading once, in one of its spellings; its references count the same records again.
    if (known && see === undefined) known.count += count;
    else if (!known) byKey.set(key, { value: writePlace(key), heading: see ?? shown, count });
  }
  return [...byKey.values()].sort((a, b) => b.count - a.count);
};

/** Returns the values to offer, most frequent first: headings that match the typed text, or all codes. */
export const offeredValues = (
  facet: SoughtFacet,
  typed: string,
  values: readonly { value: string; count: number }[],
): ValueCount[] => {
  if (!isHeading(facet)) return [...values];
  return headingCounts(facet, values, (key) => isTooShort(typed) || fits(key, typed, facet)).slice(0, OFFERED);
};

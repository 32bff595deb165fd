import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { matchesQuery } from '../../../components/matches-query.ts';
import { chosen, type FacetName, type SearchParameters, type ShownFacet } from '../shared/search-parameters.ts';
import { type Page, useSought } from '../shared/use-hits.ts';
import { useFacetLabel } from './facet-label.ts';

const PAUSE_MS = 200;

/** A value of a facet as shown. */
export type FacetRow = { value: string; label: string; count: number };

/** Whether a facet has too many values to list in full. */
export const isHeading = (facet: ShownFacet): boolean => facet === 'author' || facet === 'subject';

type FacetCounts = readonly { value: string; count: number; heading?: string | undefined }[];

/** Returns the values of a facet on the first result page, and whether they are complete. */
const countsOf = (page: Page, facet: ShownFacet): { counts: FacetCounts; isComplete: boolean } => {
  const { facets } = page;
  if (facet === 'decade') {
    const newest = (facets?.decade ?? []).toSorted((one, other) => other.from - one.from);
    return { counts: newest.map(({ from, count }) => ({ value: String(from), count })), isComplete: true };
  }
  const isCut = isHeading(facet) || facets?.more?.some((one) => one === facet);
  return { counts: facets?.[facet] ?? [], isComplete: !isCut };
};

/** Returns the values missing from the result page, requested on demand: headings by query, codes all at once. */
const useAsked = (
  parameters: SearchParameters,
  facet: ShownFacet,
  page: Page,
  typed: string,
  isAsked: boolean,
): FacetCounts | undefined => {
  const sought = useSought({ ...parameters, ...(page.corrected ? { q: page.corrected } : {}) });
  const near = page.relaxed && !page.corrected ? ({ near: '1' } as const) : {};
  const query = { ...sought, ...near, ...(isHeading(facet) && typed ? { typed } : {}) };
  const { data } = useQuery({
    queryKey: ['facet-values', facet, query],
    queryFn: () =>
      take(api.GET('/v1/discovery/facets/{facet}', { params: { path: { facet: facet as FacetName }, query } })),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  });
  return isAsked ? data?.values : undefined;
};

/**
 * Returns the values of a facet that match the query by their labels, preceded by the selected ones, with a count of zero when no result
 * has them. `isComplete`: the search response held all values; `isWhole`: all are known now.
 */
export const useFacetValues = (
  parameters: SearchParameters,
  facet: ShownFacet,
  page: Page,
  typed: string,
  isOpen: boolean,
) => {
  const label = useFacetLabel(page.facets);
  const [query] = useDebouncedValue(typed.trim().slice(0, 100), PAUSE_MS);
  const { counts, isComplete } = countsOf(page, facet);
  const asked = useAsked(parameters, facet, page, query, isOpen && !isComplete);
  const known = asked ?? counts;
  const rowOf = ({ value, count, heading }: FacetCounts[number]): FacetRow => ({
    value,
    label: heading ?? label(facet, value),
    count,
  });
  // The server filtered the headings, with the index's own normalisation.
  const fitting = known.map(rowOf).filter((row) => isHeading(facet) || matchesQuery(row.label, typed));
  const chosenOnly = chosen(parameters, facet)
    .filter((value) => !fitting.some((row) => row.value === value))
    .map((value) => rowOf([...known, ...counts].find((one) => one.value === value) ?? { value, count: 0 }));
  return {
    rows: [...chosenOnly, ...fitting],
    count: known.length,
    isComplete,
    isWhole: isComplete || (asked !== undefined && !isHeading(facet)),
    noneFits:
      fitting.length === 0 && (isComplete || asked !== undefined) ? (isHeading(facet) ? query : typed.trim()) : '',
  };
};

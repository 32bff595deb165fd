import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { matchesQuery } from '../../../components/matches-query.ts';
import { chosen, type FacetName, type SearchParameters, type ShownFacet } from '../shared/search-parameters.ts';
import { type Page, useSought } from '../shared/use-hits.ts';
import { useFacetLabel } from './chips.tsx';

const PAUSE_MS = 200;

/** A value of a facet as it is shown. */
export type FacetRow = { value: string; label: string; count: number };

/** True for a facet of more values than anybody lists. */
export const isHeading = (facet: ShownFacet): boolean => facet === 'author' || facet === 'subject';

type FacetCounts = readonly { value: string; count: number; heading?: string | undefined }[];

/** What the search's first page told of a facet, and whether that is all. */
const countsOf = (page: Page, facet: ShownFacet): { counts: FacetCounts; isComplete: boolean } => {
  const { facets } = page;
  if (facet === 'decade') {
    const newest = (facets?.decade ?? []).toSorted((one, other) => other.from - one.from);
    return { counts: newest.map(({ from, count }) => ({ value: String(from), count })), isComplete: true };
  }
  const isCut = isHeading(facet) || facets?.more?.some((one) => one === facet);
  return { counts: facets?.[facet] ?? [], isComplete: !isCut };
};

/** The values that no page told, asked for once somebody looks: headings by what was typed, codes all at once. */
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
 * The values of a facet that fit what was typed, by the words in which the reader is shown them, and before them those chosen,
 * with a count of zero when nothing has them any more. `isComplete`: the search's answer held all; `isWhole`: all are known now.
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
  // Headings were chosen by the server, which folds them as the index is.
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

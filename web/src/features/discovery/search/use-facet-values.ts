import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { fits } from '../../../components/matches-query.ts';
import { chosen, type FacetName, type ShownFacet, type Wish } from '../shared/search-parameters.ts';
import { type Page, useSought } from '../shared/use-hits.ts';
import { useFacetWord } from './chips.tsx';

const PAUSE_MS = 200;

/** A value of a facet as it is shown. */
export type FacetRow = { value: string; word: string; count: number };

/** True for a facet of more values than anybody lists. */
export const isHeading = (facet: ShownFacet): boolean => facet === 'author' || facet === 'subject';

type Told = readonly { value: string; count: number; heading?: string | undefined }[];

/** What the search's first page told of a facet, and whether that is all. */
const toldOf = (page: Page, facet: ShownFacet): { told: Told; isTold: boolean } => {
  const { facets } = page;
  if (facet === 'decade') {
    const newest = (facets?.decade ?? []).toSorted((one, other) => other.from - one.from);
    return { told: newest.map(({ from, count }) => ({ value: String(from), count })), isTold: true };
  }
  const isCut = isHeading(facet) || facets?.more?.some((one) => one === facet);
  return { told: facets?.[facet] ?? [], isTold: !isCut };
};

/** The values that no page told, asked for once somebody looks: headings by what was typed, codes all at once. */
const useAsked = (wish: Wish, facet: ShownFacet, page: Page, typed: string, isAsked: boolean): Told | undefined => {
  const sought = useSought({ ...wish, ...(page.corrected ? { q: page.corrected } : {}) });
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
 * with a count of zero when nothing has them any more. `isTold`: the search's page told all; `isWhole`: all are known now.
 */
export const useFacetValues = (wish: Wish, facet: ShownFacet, page: Page, typed: string, isOpen: boolean) => {
  const word = useFacetWord(page.facets);
  const [words] = useDebouncedValue(typed.trim().slice(0, 100), PAUSE_MS);
  const { told, isTold } = toldOf(page, facet);
  const asked = useAsked(wish, facet, page, words, isOpen && !isTold);
  const known = asked ?? told;
  const rowOf = ({ value, count, heading }: Told[number]): FacetRow => ({
    value,
    word: heading ?? word(facet, value),
    count,
  });
  // Headings were chosen by the server, which folds them as the index is.
  const fitting = known.map(rowOf).filter((row) => isHeading(facet) || fits(row.word, typed));
  const chosenOnly = chosen(wish, facet)
    .filter((value) => !fitting.some((row) => row.value === value))
    .map((value) => rowOf([...known, ...told].find((one) => one.value === value) ?? { value, count: 0 }));
  return {
    rows: [...chosenOnly, ...fitting],
    count: known.length,
    isTold,
    isWhole: isTold || (asked !== undefined && !isHeading(facet)),
    noneFits: fitting.length === 0 && (isTold || asked !== undefined) ? (isHeading(facet) ? words : typed.trim()) : '',
  };
};

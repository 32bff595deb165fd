import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useSelectedLibrary } from '../../../components/selected-library.ts';
import { type SearchParameters, tidy } from './search-parameters.ts';
import { useHome } from './use-home.ts';

export type Page = Answered<'discovery-search'>;
export type Hit = Page['hits'][number];
const PAGE = '20';

/** Returns the query and filters as the API expects them. */
export const useSought = (parameters: SearchParameters) => {
  const library = useSelectedLibrary();
  const { membersOf } = useHome();
  const { within: chosen, sort: _sort, group: _group, ...plain } = tidy(parameters);
  const within = membersOf(chosen).join(',');
  return {
    ...plain,
    ...(within ? { within } : {}),
    ...(library ? { portal: library } : {}),
  };
};

/** Returns the results page by page; those of the previous search stay while the next ones load. */
export const useHits = (parameters: SearchParameters) => {
  const { sort, group } = parameters;
  const query = { ...useSought(parameters), ...(sort ? { sort } : {}), ...(group ? { group } : {}), limit: PAGE };
  return useInfiniteQuery({
    queryKey: ['search', query],
    queryFn: ({ pageParam }) =>
      take(api.GET('/v1/discovery/search', { params: { query: pageParam ? { ...query, after: pageParam } : query } })),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next,
    placeholderData: keepPreviousData,
  });
};

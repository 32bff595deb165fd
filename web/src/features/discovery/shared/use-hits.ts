import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useSelectedLibrary } from '../../../components/selected-library.ts';
import { type SearchParameters, tidy } from './search-parameters.ts';
import { useHome } from './use-home.ts';

export type Page = Answered<'discovery-search'>;
export type Hit = Page['hits'][number];
const PAGE = '20';

/** What is looked for and how it is narrowed, as the API is asked. */
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

/** The hits of a search, page by page as more are asked for; the former search's stay while the next one's come. */
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

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDoor } from '../../../components/selected-library.ts';
import { tidy, type Wish } from './search-parameters.ts';
import { useHome } from './use-home.ts';

export type Page = Answered<'discovery-search'>;
export type Hit = Page['hits'][number];
const PAGE = '20';

/** What is looked for and how it is narrowed, as the API is asked. */
export const useSought = (wish: Wish) => {
  const door = useDoor();
  const { membersOf } = useHome();
  const { within: whose, sort: _sort, group: _group, ...plain } = tidy(wish);
  const within = membersOf(whose).join(',');
  return {
    ...plain,
    ...(within ? { within } : {}),
    ...(door ? { door } : {}),
  };
};

/** The hits of a search, page by page as more are asked for; the former search's stay while the next one's come. */
export const useHits = (wish: Wish) => {
  const { sort, group } = wish;
  const query = { ...useSought(wish), ...(sort ? { sort } : {}), ...(group ? { group } : {}), limit: PAGE };
  return useInfiniteQuery({
    queryKey: ['search', query],
    queryFn: ({ pageParam }) =>
      take(api.GET('/v1/discovery/search', { params: { query: pageParam ? { ...query, after: pageParam } : query } })),
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next,
    placeholderData: keepPreviousData,
  });
};

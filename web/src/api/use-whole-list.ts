import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

/**
 * Loads a complete list page by page and refreshes it every two minutes, because a printed list cannot load more. Takes the list's name
 * and a function that requests a page.
 */
export const useWholeList = <P extends { next?: string | undefined }>(
  queryKey: readonly string[],
  page: (after: string) => Promise<P>,
) => {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => page(pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }: P) => next,
    refetchInterval: 120_000,
  });
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return query;
};

/** Loads the pages of a list that are not here yet, and returns all. */
export const allPages = async <P>({
  data,
  hasNextPage,
  fetchNextPage,
}: UseInfiniteQueryResult<InfiniteData<P>>): Promise<readonly P[]> => {
  let loaded = { data, hasNextPage };
  while (loaded.hasNextPage) loaded = await fetchNextPage({ throwOnError: true });
  return loaded.data?.pages ?? [];
};

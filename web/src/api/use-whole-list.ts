import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

/** A whole list, page after page, anew every two minutes: paper has no "more" at its end. Takes its name and how a page is asked for. */
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

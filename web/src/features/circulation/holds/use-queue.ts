import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

/** A hold in the queue of a title, as the desk may see it. */
export type QueuedHold = Answered<'circulation-list-queue'>['holds'][number];

/** The data of a hold that a desk needs to change it. */
export type ChangedHold = Pick<QueuedHold, 'recordId' | 'holdId' | 'state' | 'pickupBranch' | 'place'>;

/** Loads the whole queue of a title. */
export const useQueue = (branchId: string, recordId: string) => {
  const query = useInfiniteQuery({
    queryKey: ['queue', branchId, recordId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/circulation/branches/{branchId}/queues/{recordId}', {
          params: { path: { branchId, recordId }, query: { limit: 100, from: pageParam } },
        }),
      ),
    initialPageParam: 1,
    getNextPageParam: ({ next }) => next,
  });
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return query;
};

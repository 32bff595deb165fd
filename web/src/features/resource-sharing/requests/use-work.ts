import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { withForms } from '../shared/own-forms.ts';
import type { Group, Side } from '../shared/requests.ts';

const EVERY_MINUTE = 60_000;

/** Returns the number of a library's open requests, by side and group. */
export const useWork = (memberId: string) =>
  useQuery({
    queryKey: ['loans', memberId, 'work'],
    queryFn: () => take(api.GET('/v1/resource-sharing/members/{memberId}/work', { params: { path: { memberId } } })),
    refetchInterval: EVERY_MINUTE,
  });

/** Returns the open requests of a side, page by page, oldest first: those of a group, or all that wait for staff. */
export const useRows = (memberId: string, side: Side, group: Group | undefined) =>
  useInfiniteQuery({
    queryKey: ['loans', memberId, side, group ?? ''],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/resource-sharing/requests', {
          params: {
            query: {
              ...{ memberId, side },
              ...(group ? { group } : { attention: 'only' as const }),
              ...(pageParam && { after: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ requests }) => requests.map(withForms)),
    refetchInterval: EVERY_MINUTE,
  });

import { useInfiniteQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

export type Entry = Answered<'membership-list-audit'>['entries'][number];

/** The filter of the list: a library or the consortium, a month, and optionally one object and one person. */
export type Asked = { memberId: string; month: string; subject?: string; by?: string };

/** Loads the audit log page by page, newest first, with the names of staff. */
export const useAudit = (asked: Asked) =>
  useInfiniteQuery({
    queryKey: ['audit', asked],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/membership/audit', {
          params: { query: { ...asked, limit: 50, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    select: ({ pages }) => ({
      entries: pages.flatMap(({ entries }) => entries),
      names: Object.assign({}, ...pages.map(({ names }) => names)) as Record<string, string>,
    }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

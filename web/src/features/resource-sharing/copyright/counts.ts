import { useInfiniteQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useWholeList } from '../../../api/use-whole-list.ts';

/** The copies of recent articles that a library requested in a calendar year, by periodical. */
export type Counts = Answered<'resource-sharing-list-copyright'>;
export type Periodical = Counts['periodicals'][number];
export type Copy = Periodical['copies'][number];

/** Returns the counts of a library for a year, page by page. */
export const useCounts = (memberId: string, year: string) =>
  useInfiniteQuery({
    queryKey: ['copyright', memberId, year],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/resource-sharing/members/{memberId}/copyright', {
          params: { path: { memberId }, query: { year, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** Returns a library's requests that stopped because a further copy needs a decision; oldest first. */
export const useStopped = (memberId: string) => {
  const query = useWholeList(['loans', memberId, 'copyright'], (after) =>
    take(
      api.GET('/v1/resource-sharing/requests', {
        params: { query: { memberId, side: 'requester', group: 'reviews', ...(after && { after }) } },
      }),
    ),
  );
  const rows = query.data?.pages.flatMap(({ requests }) => requests);
  return { ...query, rows: rows?.filter(({ status }) => status.state === 'copyright-review') };
};

/** Returns the calendar years with retained counts, newest first; always includes `asked`. */
export const yearsToChoose = (asked: string, now = new Date()): string[] => {
  const years = Array.from({ length: 5 }, (_, back) => String(now.getUTCFullYear() - back));
  return [...new Set([...years, asked])].sort().reverse();
};

import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

export type Today = Answered<'analytics-show-today'>;
export type ItemToday = NonNullable<Today['fetch']>['entries'][number];
export type LoanToday = NonNullable<Today['loans']>['requests'][number];
export type LoanList = LoanToday['list'];

const loadToday = (branch: string | undefined, counts?: 'all') => {
  const query = { ...(branch !== undefined && { branch }), ...(counts && { counts }) };
  return take(api.GET('/v1/analytics/today', { params: { query } }));
};

const hasMore = (list: unknown): boolean => {
  if (typeof list !== 'object' || list === null || !('more' in list)) return false;
  return Array.isArray(list.more) ? list.more.length > 0 : list.more === true;
};

/** Whether the first answer left something out: entries that it did not count, or the names of persons. */
const isPartial = (today: Today): boolean =>
  Object.values(today).some(hasMore) ||
  [today.signUps, today.duplicates].some((list) => list?.entries.some(({ name }) => name === undefined));

/**
 * Returns what waits for the signed-in person at a branch; without one, at the consortium. Read again when the window is looked at. The
 * first answer is fast and counts a page of each list; where one is longer or has no names, a second answer has all and replaces it.
 */
export const useToday = (branch: string | undefined, isEnabled: boolean) => {
  const read = { staleTime: 15_000, refetchOnWindowFocus: true } as const;
  const first = useQuery({
    queryKey: ['today', branch],
    queryFn: () => loadToday(branch),
    enabled: isEnabled,
    ...read,
  });
  const asksAll = first.data !== undefined && isPartial(first.data);
  const whole = useQuery({
    queryKey: ['today', branch, 'counts'],
    queryFn: () => loadToday(branch, 'all'),
    enabled: isEnabled && asksAll,
    ...read,
  });
  return asksAll && whole.data ? { ...first, data: whole.data } : first;
};

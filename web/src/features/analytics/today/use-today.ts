import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

export type Today = Answered<'analytics-show-today'>;
export type ItemToday = NonNullable<Today['fetch']>['entries'][number];
export type LoanToday = NonNullable<Today['loans']>['requests'][number];
export type LoanList = LoanToday['list'];

/** Returns what waits for the signed-in person at a branch; without one, at the consortium. Read again when the window is looked at. */
export const useToday = (branch: string | undefined, isEnabled: boolean) =>
  useQuery({
    queryKey: ['today', branch],
    queryFn: () => take(api.GET('/v1/analytics/today', { params: { query: branch === undefined ? {} : { branch } } })),
    enabled: isEnabled,
    staleTime: 15_000,
    refetchOnWindowFocus: true,
  });

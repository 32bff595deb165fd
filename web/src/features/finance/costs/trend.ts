import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

/** The costs of the past months by member, and the forecast of the next ones. Amounts are minor units. */
export type Trend = Answered<'finance-show-trend'>;

/** Returns the trend of the months that ended last, twelve and the same month of the year before, of a member or of all. `mayRead` is false until access is known. */
export const useTrend = (month: string, member: string | undefined, mayRead: boolean) =>
  useQuery({
    queryKey: ['trend', month, member],
    queryFn: () =>
      take(
        api.GET('/v1/finance/months/{month}/trend', {
          params: { path: { month }, query: { months: 13, ...(member && { member }) } },
        }),
      ),
    enabled: mayRead,
  });

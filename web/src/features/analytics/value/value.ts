import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

/** What membership brought a member in some months. */
export type Value = Answered<'analytics-show-value'>;

/** The months of a value report, both included, and its member. */
export type ValueQuery = { from: string; to: string; member: string };

/** Returns the counts of a value report. */
export const useValue = ({ from, to, member }: ValueQuery) =>
  useQuery({
    queryKey: ['value', from, to, member],
    queryFn: () => take(api.GET('/v1/analytics/value', { params: { query: { from, to, member } } })),
    retry: false,
  });

import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

export type HomeContent = Answered<'discovery-show-home'>;
export type ShownPick = HomeContent['picks'][number];
export type BranchEvent = HomeContent['events'][number];

/** Returns what a library recommends and announces, or all libraries together. */
export const useHomeContent = (memberId: string | undefined) =>
  useQuery({
    queryKey: ['home-content', memberId],
    queryFn: () =>
      take(api.GET('/v1/discovery/home', { params: { query: memberId === undefined ? {} : { member: memberId } } })),
    staleTime: 5 * 60_000,
    retry: false,
  });

/** Returns the titles for which most holds wait. */
export const useMostRequested = () =>
  useQuery({
    queryKey: ['most-requested'],
    queryFn: () => take(api.GET('/v1/analytics/most-requested')),
    staleTime: 5 * 60_000,
    retry: false,
  });

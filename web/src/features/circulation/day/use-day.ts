import { useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { memberOf } from '../../../api/directory.ts';
import { useBranchDay } from '../shared/use-branch-day.ts';

export type Till = Answered<'circulation-list-tills'>['tills'][number];

/** Returns today's till of a branch; null before it was opened. */
export const useTill = (branchId: string) => {
  const day = useBranchDay(branchId);
  return useQuery({
    queryKey: ['day-till', branchId, day],
    queryFn: async () => {
      const query = { member: memberOf(branchId), branch: branchId };
      const params = { path: { month: day.slice(0, 7) }, query };
      const { tills } = await take(api.GET('/v1/circulation/tills/{month}', { params }));
      return tills.find((till) => till.day === day) ?? null;
    },
    refetchOnWindowFocus: true,
  });
};

/** Returns what waits at a branch today, as Today shows it. */
export const useWaiting = (branch: string) =>
  useQuery({
    queryKey: ['today', branch],
    queryFn: () => take(api.GET('/v1/analytics/today', { params: { query: { branch } } })),
    refetchOnWindowFocus: true,
  });

/** Returns how many notices wait for letters, and how many batches are not printed; of the first pages of both. */
export const useLetters = (memberId: string, isEnabled: boolean) =>
  useQuery({
    queryKey: ['day-letters', memberId],
    queryFn: async () => {
      const params = { path: { memberId } };
      const [{ waiting }, { batches }] = await Promise.all([
        take(api.GET('/v1/notices/members/{memberId}/letters', { params })),
        take(api.GET('/v1/notices/members/{memberId}/letter-batches', { params })),
      ]);
      return { waiting: waiting.length, unprinted: batches.filter(({ printedAt }) => printedAt === undefined).length };
    },
    enabled: isEnabled,
    refetchOnWindowFocus: true,
  });

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Member } from '../../../api/directory.ts';
import { useKey } from '../../../api/use-key.ts';

const DAY_MS = 86_400_000;
const ALWAYS = '0001-01-01';
const NEVER = '9999-12-31';

/** How many days a month (`2026-11`) has, and the first and last of them. */
export const monthSpan = (month: string): { first: string; last: string; days: number } => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { first: `${month}-01`, last: `${month}-${days}`, days };
};

/** On how many days of a month a library was a member, both ends included: what it shares a month's cost by. */
export const daysIn = ({ memberSince = ALWAYS, leftOn = NEVER }: Member, month: string): number => {
  const { first, last } = monthSpan(month);
  const [from, to] = [memberSince > first ? memberSince : first, leftOn < last ? leftOn : last];
  return from > to ? 0 : (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
};

/** Sets from which day a library is a member and, once it leaves, its last one. */
export const useSetMembership = () => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: ({ memberId, ...body }: { memberId: string; memberSince: string; leftOn?: string }) =>
      take(
        api.PUT('/v1/membership/members/{memberId}/membership', {
          params: { path: { memberId } },
          body,
          ...keyed(key.keyFor({ memberId, ...body })),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['directory'] }),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

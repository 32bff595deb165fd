import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { operations } from '../../../api/current-user.ts';
import type { Member } from '../../../api/directory.ts';
import { asProblem } from '../../../api/problem.ts';
import { useKey } from '../../../api/use-key.ts';

const DAY_MS = 86_400_000;
const ALWAYS = '0001-01-01';
const NEVER = '9999-12-31';

/** Returns the number of days of a month (`2026-11`), and its first and last day. */
export const monthSpan = (month: string): { first: string; last: string; days: number } => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { first: `${month}-01`, last: `${month}-${days}`, days };
};

/** Returns the number of days of a month on which a library was a member, both ends included: the weight of its share. */
export const daysIn = ({ memberSince = ALWAYS, leftOn = NEVER }: Member, month: string): number => {
  const { first, last } = monthSpan(month);
  const [from, to] = [memberSince > first ? memberSince : first, leftOn < last ? leftOn : last];
  return from > to ? 0 : (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
};

/** Sets a library's first day of membership and, once it leaves, its last day. */
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

type MemberChange = operations['membership-update-member']['requestBody']['content']['application/json'];

/** Changes the details of a library; refused when others have changed them since they were loaded, which then loads them again. */
export const useUpdateMember = (memberId: string, done: () => void) => {
  const client = useQueryClient();
  const { keyFor, settle } = useKey();
  const again = () => client.invalidateQueries({ queryKey: ['directory'] });
  return useMutation({
    mutationFn: (body: MemberChange) =>
      take(
        api.PUT('/v1/membership/members/{memberId}', {
          ...{ params: { path: { memberId } }, body, ...keyed(keyFor(body)) },
        }),
      ),
    onSettled: (_, thrown) => settle(thrown),
    onError: (thrown) => (asProblem(thrown).code === 'changed-meanwhile' ? again() : undefined),
    onSuccess: () => {
      done();
      return again();
    },
  });
};

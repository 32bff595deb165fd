import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** A version of a member's account codes, and the request for the next one. */
export type Codes = Answered<'finance-show-account-codes'>;
export type Version = Codes['versions'][number];
export type Body = operations['finance-set-account-codes']['requestBody']['content']['application/json'];
export type Order = NonNullable<Body['purchaseOrders']>[number];

/** The kinds with codes: each block of a statement, and the amount due. */
export const codedKinds = [
  ...(['direct', 'shared', 'idle', 'unattributed', 'unmetered', 'dues', 'between-members'] as const),
  ...(['one-off', 'credit', 'correction', 'tax'] as const),
] as const;
export type Kind = (typeof codedKinds)[number];

const keyOf = (memberId: string): string[] => ['account-codes', memberId];

/** Returns all versions of a member, newest first; `mayRead` is false until access is known. */
export const useCodes = (memberId: string, mayRead: boolean) =>
  useQuery({
    queryKey: keyOf(memberId),
    queryFn: () => take(api.GET('/v1/finance/members/{memberId}/account-codes', { params: { path: { memberId } } })),
    enabled: mayRead,
  });

/** Sets a member's next version. */
export const useSetCodes = (memberId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Body) =>
      take(
        api.PUT('/v1/finance/members/{memberId}/account-codes', {
          params: { path: { memberId } },
          body,
          ...keyed(key.keyFor({ memberId, body })),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(memberId) }),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

/** Returns the twelve months of a member's fiscal year that contains a day (ISO 8601). */
export const yearOf = (day: string, startsIn: number): { from: string; to: string } => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const first = month < startsIn ? year - 1 : year;
  const name = (at: number): string =>
    `${first + Math.floor((startsIn - 1 + at) / 12)}-${String(((startsIn - 1 + at) % 12) + 1).padStart(2, '0')}`;
  return { from: name(0), to: name(11) };
};

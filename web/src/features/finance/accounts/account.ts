import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

type Shown = Answered<'finance-show-account'>;
/** A member's statement of account in one currency. */
export type Account = Shown['accounts'][number];
/** A line of it. */
export type Line = Account['lines'][number];
/** A credit that somebody asked to be paid out. */
export type Payout = Shown['payouts'][number];

/** Days (YYYY-MM-DD) between which the account is shown; the API's last twelve months where they are not said. */
export type Range = { from?: string; to?: string };

/** The account of a member; `mayRead` is false as long as it is not known that it is one's own. */
export const useAccount = (memberId: string, range: Range, mayRead: boolean) =>
  useQuery({
    queryKey: ['account-with-consortium', memberId, range],
    queryFn: () => take(api.GET('/v1/finance/accounts/{memberId}', { params: { path: { memberId }, query: range } })),
    enabled: mayRead,
  });

/** Books something on a member's account, once however often it is sent, and reads the account anew. */
const useBooking = <B>(memberId: string, send: (body: B, headers: ReturnType<typeof keyed>) => Promise<unknown>) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: B) => send(body, keyed(key.keyFor(body))),
    onSuccess: () => client.invalidateQueries({ queryKey: ['account-with-consortium', memberId] }),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

/** A payment that came in by bank; `settles` where the payer said what it is for. */
export type Payment = {
  amount: number;
  currency: string;
  reference: string;
  valueOn: string;
  settles?: { invoice: string; amount: number }[];
};

/** Records a payment. */
export const usePay = (memberId: string) =>
  useBooking(memberId, (body: Payment, headers) =>
    take(api.POST('/v1/finance/accounts/{memberId}/payments', { params: { path: { memberId } }, body, ...headers })),
  );

/** Why a payment is taken back. */
export type Reversal = { why: 'bounced'; reference: string; valueOn: string } | { why: 'mistyped' };

/** Takes a payment back. */
export const useReverse = (memberId: string, entryId: string) =>
  useBooking(memberId, (body: Reversal, headers) =>
    take(
      api.POST('/v1/finance/accounts/{memberId}/payments/{entryId}/reversal', {
        ...{ params: { path: { memberId, entryId } }, body, ...headers },
      }),
    ),
  );

/** Asks that a credit be paid out. */
export const useAskPayout = (memberId: string) =>
  useBooking(memberId, (body: { amount: number; currency: string; reference: string }, headers) =>
    take(api.POST('/v1/finance/accounts/{memberId}/payouts', { params: { path: { memberId } }, body, ...headers })),
  );

/** How an approver decides on a payout. */
export type Decision = { decision: 'pay'; valueOn: string } | { decision: 'decline'; reason: string };

/** Pays a credit out, or declines to. */
export const useDecidePayout = (memberId: string, payoutId: string) =>
  useBooking(memberId, (body: Decision, headers) =>
    take(
      api.POST('/v1/finance/accounts/{memberId}/payouts/{payoutId}/decision', {
        ...{ params: { path: { memberId, payoutId } }, body, ...headers },
      }),
    ),
  );

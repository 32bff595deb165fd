import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

type Shown = Answered<'finance-show-account'>;
/** A member's statement of account in one currency. */
export type Account = Shown['accounts'][number];
/** A line of the account. */
export type Line = Account['lines'][number];
/** A credit with a payout request. */
export type Payout = Shown['payouts'][number];

/** The range of days (YYYY-MM-DD) shown; by default the API's last twelve months. */
export type Range = { from?: string; to?: string };

/** Returns the account of a member; `mayRead` is false until access is known. */
export const useAccount = (memberId: string, range: Range, mayRead: boolean) =>
  useQuery({
    queryKey: ['account-with-consortium', memberId, range],
    queryFn: () => take(api.GET('/v1/finance/accounts/{memberId}', { params: { path: { memberId }, query: range } })),
    enabled: mayRead,
  });

/** Books an entry on a member's account, idempotently, and refetches the account. */
const useBooking = <B>(memberId: string, send: (body: B, headers: ReturnType<typeof keyed>) => Promise<unknown>) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: B) => send(body, keyed(key.keyFor(body))),
    onSuccess: () => client.invalidateQueries({ queryKey: ['account-with-consortium', memberId] }),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

/** A payment received by bank; `settles` where the payer named the invoice. */
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

/** The reason for the reversal of a payment. */
export type Reversal = { why: 'bounced'; reference: string; valueOn: string } | { why: 'mistyped' };

/** Reverses a payment. */
export const useReverse = (memberId: string, entryId: string) =>
  useBooking(memberId, (body: Reversal, headers) =>
    take(
      api.POST('/v1/finance/accounts/{memberId}/payments/{entryId}/reversal', {
        ...{ params: { path: { memberId, entryId } }, body, ...headers },
      }),
    ),
  );

/** Requests the payout of a credit. */
export const useAskPayout = (memberId: string) =>
  useBooking(memberId, (body: { amount: number; currency: string; reference: string }, headers) =>
    take(api.POST('/v1/finance/accounts/{memberId}/payouts', { params: { path: { memberId } }, body, ...headers })),
  );

/** An approver's decision on a payout. */
export type Decision = { decision: 'pay'; valueOn: string } | { decision: 'decline'; reason: string };

/** Approves or declines a payout. */
export const useDecidePayout = (memberId: string, payoutId: string) =>
  useBooking(memberId, (body: Decision, headers) =>
    take(
      api.POST('/v1/finance/accounts/{memberId}/payouts/{payoutId}/decision', {
        ...{ params: { path: { memberId, payoutId } }, body, ...headers },
      }),
    ),
  );

/** An overdue invoice with its reminders. */
export type Overdue = Shown['overdue'][number];

/** Sends the next reminder of an invoice. */
export const useSendReminder = (memberId: string) =>
  useBooking(memberId, (body: { invoice: string; level: number }) =>
    take(api.POST('/v1/finance/accounts/{memberId}/reminders', { params: { path: { memberId } }, body })),
  );

/** Stops the reminders of an invoice until a day. */
export const usePauseReminders = (memberId: string) =>
  useBooking(memberId, (body: { invoice: string; until: string; reason: string }, headers) =>
    take(
      api.POST('/v1/finance/accounts/{memberId}/reminders/pause', {
        ...{ params: { path: { memberId } }, body, ...headers },
      }),
    ),
  );

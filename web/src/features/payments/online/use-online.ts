import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import { useKey } from '../../../api/use-key.ts';

/** Which payments are asked for: those of a library in a month, or one of them. */
type Asked = { memberId: string; month: string; payment?: string | undefined };

const readOnline = ({ memberId, month, payment }: Asked, after: string) => {
  const query = { month, ...(payment !== undefined && { payment }), ...(after && { after }) };
  return take(api.GET('/v1/payments/accounts/{memberId}/payments', { params: { path: { memberId }, query } }));
};
export type Online = Awaited<ReturnType<typeof readOnline>>;
export type OnlinePayment = Online['payments'][number];
export type Payout = Online['payouts'][number];

/** Reads the online payments of a library in a month page by page, the newest first, with the payouts; or one payment. */
export const useOnline = (asked: Asked) =>
  useInfiniteQuery({
    queryKey: ['online', asked.memberId, asked.month, asked.payment],
    queryFn: ({ pageParam }) => readOnline(asked, pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** Refunds a payment, in whole or in part. */
export const useRefund = ({ account: memberId, paymentId }: OnlinePayment) => {
  const client = useQueryClient();
  const { keyFor, settle } = useKey();
  return useMutation({
    mutationFn: (body: { amount: number; reason: string }) =>
      take(
        api.POST('/v1/payments/accounts/{memberId}/payments/{paymentId}/refunds', {
          ...{ params: { path: { memberId, paymentId } }, body, ...keyed(keyFor({ paymentId, ...body })) },
        }),
      ),
    onSettled: (_data, error) => {
      settle(error);
      void client.invalidateQueries({ queryKey: ['online', memberId] });
    },
  });
};

/** Marks a payout that differs as checked, with a note. */
export const useCheck = ({ account: memberId, arrivesOn, payoutId, version }: Payout) => {
  const client = useQueryClient();
  const { keyFor, settle } = useKey();
  return useMutation({
    mutationFn: (note: string) =>
      take(
        api.PUT('/v1/payments/accounts/{memberId}/payouts/{arrivesOn}/{payoutId}/check', {
          ...{ params: { path: { memberId, arrivesOn, payoutId } }, body: { note, version } },
          ...keyed(keyFor({ payoutId, note, version })),
        }),
      ),
    onSettled: (_data, error) => {
      settle(error);
      void client.invalidateQueries({ queryKey: ['online', memberId] });
    },
  });
};

/** Returns what is left of a payment for a refund. */
export const leftOf = ({ amount, refunds }: OnlinePayment): number =>
  refunds.reduce((left, refund) => (refund.state === 'failed' ? left : left - refund.amount), amount);

import { useInfiniteQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { type Body, useSend } from '../../../api/use-send.ts';

export type Purchase = Answered<'acquisitions-list-purchases'>['purchases'][number];
export type PurchaseBody = Body<'acquisitions-buy-item'>;

/** What shows purchases, and the money that they take. */
const SHOWN = ['purchases', 'funds'];

/** Returns what a library bought without an order, page by page, the newest first. */
export const usePurchases = (memberId: string) =>
  useInfiniteQuery({
    queryKey: ['purchases', memberId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/acquisitions/members/{memberId}/purchases', {
          params: { path: { memberId }, query: { limit: 10, ...(pageParam !== '' && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

/** Records what was bought without an order. */
export const useBuyItem = (memberId: string) =>
  useSend(
    (body: PurchaseBody, headers) =>
      take(
        api.POST('/v1/acquisitions/members/{memberId}/purchases', {
          ...{ params: { path: { memberId } }, body, ...headers },
        }),
      ),
    SHOWN,
  );

/** Reverses the posting of a purchase. */
export const useUndoPurchase = (memberId: string, purchaseId: string) =>
  useSend(
    (body: Body<'acquisitions-undo-purchase'>, headers) =>
      take(
        api.POST('/v1/acquisitions/members/{memberId}/purchases/{purchaseId}/undo', {
          ...{ params: { path: { memberId, purchaseId } }, body, ...headers },
        }),
      ),
    SHOWN,
  );

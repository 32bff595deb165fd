import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { type Body, type Send, useSend } from '../../../api/use-send.ts';

export type Order = Answered<'acquisitions-show-order'>['order'];
export type OrderLine = Order['lines'][number];
export type OrderRow = Answered<'acquisitions-list-orders'>['orders'][number];
export type LateOrder = Answered<'acquisitions-list-late-orders'>['orders'][number];
export type TitleToBuy = Answered<'acquisitions-list-titles-to-buy'>['titles'][number];
export type OrderState = Order['state'];
export type Vendor = Answered<'acquisitions-list-vendors'>['vendors'][number];
export type OrderBody = Body<'acquisitions-write-order'>;
export type LineBody = OrderBody['lines'][number];
export type StepBody = Body<'acquisitions-step-order'>;
export type VendorBody = Body<'acquisitions-set-vendor'>;

/** What of the orders is listed. An empty text is all. */
export type Filter = { state: OrderState | ''; vendor: string; fund: string };

/** The states of an order, in the order of its life. */
export const orderStates = [
  ...(['draft', 'waiting', 'placed', 'partly-received', 'received', 'closed', 'cancelled'] as const),
] satisfies readonly OrderState[];

const given = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));

/** Returns the orders of a library, page by page, the newest first. */
export const useOrders = (memberId: string, filter: Filter) =>
  useInfiniteQuery({
    queryKey: ['orders', memberId, filter],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/acquisitions/members/{memberId}/orders', {
          params: { path: { memberId }, query: { limit: 25, ...given({ ...filter, after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

/** Returns the orders of a library that are late, page by page. */
export const useLateOrders = (memberId: string) =>
  useInfiniteQuery({
    queryKey: ['orders', memberId, 'late'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/acquisitions/members/{memberId}/late-orders', {
          params: { path: { memberId }, query: { limit: 25, ...given({ after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

/** Returns the titles with too few copies for their holds, page by page. */
export const useTitlesToBuy = (memberId: string) =>
  useInfiniteQuery({
    queryKey: ['orders', memberId, 'to-buy'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/acquisitions/members/{memberId}/titles-to-buy', {
          params: { path: { memberId }, query: given({ after: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

/** Returns what libraries have and ordered of a title that is named. */
export const useDuplicates = (memberId: string, named: { isbn?: string; recordId?: string } | undefined) =>
  useQuery({
    queryKey: ['orders', memberId, 'duplicates', named],
    queryFn: () =>
      take(
        api.GET('/v1/acquisitions/members/{memberId}/duplicates', {
          params: { path: { memberId }, query: named ?? {} },
        }),
      ),
    enabled: named !== undefined,
    staleTime: 60_000,
  });

/** Returns an order with its steps. */
export const useOrder = (memberId: string, orderId: string) =>
  useQuery({
    queryKey: ['orders', memberId, 'one', orderId],
    queryFn: () => loadOrder(memberId, orderId),
    staleTime: 0,
  });

/** Loads an order once. */
export const loadOrder = (memberId: string, orderId: string) =>
  take(api.GET('/v1/acquisitions/members/{memberId}/orders/{orderId}', { params: { path: { memberId, orderId } } }));

/** Loads an order as an EDIFACT file for its vendor. */
export const loadOrderFile = async (
  memberId: string,
  orderId: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> => {
  const { name, base64 } = await take(
    api.GET('/v1/acquisitions/members/{memberId}/orders/{orderId}/edifact', {
      params: { path: { memberId, orderId } },
    }),
  );
  return { name, bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) };
};

/** Returns the vendors of a library. */
export const useVendors = (memberId: string) =>
  useQuery({
    queryKey: ['vendors', memberId],
    queryFn: () => take(api.GET('/v1/acquisitions/members/{memberId}/vendors', { params: { path: { memberId } } })),
    staleTime: 0,
  });

/** Returns a mutation after which everything that shows orders, vendors and funds is read again. */
const useAct = <B extends object, R>(send: Send<B, R>) => useSend(send, ['orders', 'vendors', 'funds']);

/** Writes an order, or a draft anew. */
export const useWriteOrder = (memberId: string) =>
  useAct((body: OrderBody, headers) =>
    take(
      api.POST('/v1/acquisitions/members/{memberId}/orders', {
        ...{ params: { path: { memberId } }, body, ...headers },
      }),
    ),
  );

/** Places, approves, cancels, receives or closes an order. */
export const useStep = (memberId: string, orderId: string) =>
  useAct((body: StepBody, headers) =>
    take(
      api.POST('/v1/acquisitions/members/{memberId}/orders/{orderId}/steps', {
        ...{ params: { path: { memberId, orderId } }, body, ...headers },
      }),
    ),
  );

/** Claims late lines of orders. */
export const useClaimOrders = (memberId: string) =>
  useAct((body: Body<'acquisitions-claim-orders'>, headers) =>
    take(
      api.POST('/v1/acquisitions/members/{memberId}/order-claims', {
        ...{ params: { path: { memberId } }, body, ...headers },
      }),
    ),
  );

/** Makes a vendor or changes one. */
export const useSetVendor = (memberId: string) =>
  useAct(({ code, ...body }: VendorBody & { code: string }, headers) =>
    take(
      api.PUT('/v1/acquisitions/members/{memberId}/vendors/{code}', {
        ...{ params: { path: { memberId, code } }, body, ...headers },
      }),
    ),
  );

/** Returns how many copies of a line are in approved invoices. */
export const invoicedOf = ({ invoices = [] }: OrderLine): number =>
  invoices.reduce((sum, { copies }) => sum + copies, 0);

/** Returns how many copies of a line were received and are in no approved invoice. */
export const notInvoicedOf = (line: OrderLine): number => Math.max(0, line.received - invoicedOf(line));

/** Returns how many copies of a line are still waited for. */
export const missingOf = ({ price, cancelled, received }: OrderLine): number =>
  price.printed + price.electronic - (cancelled?.copies ?? 0) - received;

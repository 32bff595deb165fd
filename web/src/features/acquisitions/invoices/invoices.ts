import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { type Body, type Send, useSend } from '../../../api/use-send.ts';

export type Shown = Answered<'acquisitions-show-invoice'>;
export type Invoice = Shown['invoice'];
export type InvoiceLine = Invoice['lines'][number];
export type Match = Shown['matches'][number];
export type InvoiceState = Invoice['state'];
export type InvoiceBody = Body<'acquisitions-write-invoice'>;
export type InvoiceLineBody = InvoiceBody['lines'][number];
export type Adjustment = InvoiceBody['adjustments'][number];
export type InvoiceStepBody = Body<'acquisitions-step-invoice'>;

/** What of the invoices is listed. An empty text is all. */
export type InvoiceFilter = { state: InvoiceState | ''; vendor: string; fund: string; order: string };

/** The states of an invoice, in the order of its life. */
export const invoiceStates = [
  ...(['open', 'reviewed', 'approved', 'paid', 'cancelled'] as const),
] satisfies readonly InvoiceState[];

const given = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));

/** Returns the invoices of a library, page by page, the newest first. */
export const useInvoices = (memberId: string, filter: InvoiceFilter) =>
  useInfiniteQuery({
    queryKey: ['invoices', memberId, filter],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/acquisitions/members/{memberId}/invoices', {
          params: { path: { memberId }, query: { limit: 25, ...given({ ...filter, after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });

/** Returns an invoice beside what was ordered and received. */
export const useInvoice = (memberId: string, invoiceId: string) =>
  useQuery({
    queryKey: ['invoices', memberId, 'one', invoiceId],
    queryFn: () =>
      take(
        api.GET('/v1/acquisitions/members/{memberId}/invoices/{invoiceId}', {
          params: { path: { memberId, invoiceId } },
        }),
      ),
    staleTime: 0,
  });

/** Returns a mutation after which everything that shows invoices, orders and funds is read again. */
const useAct = <B extends object, R>(send: Send<B, R>) => useSend(send, ['invoices', 'orders', 'funds']);

/** Enters an invoice, or an open one anew. */
export const useWriteInvoice = (memberId: string) =>
  useAct((body: InvoiceBody, headers) =>
    take(
      api.POST('/v1/acquisitions/members/{memberId}/invoices', {
        ...{ params: { path: { memberId } }, body, ...headers },
      }),
    ),
  );

/** Approves, sends back, pays or cancels an invoice. */
export const useInvoiceStep = (memberId: string, invoiceId: string) =>
  useAct((body: InvoiceStepBody, headers) =>
    take(
      api.POST('/v1/acquisitions/members/{memberId}/invoices/{invoiceId}/steps', {
        ...{ params: { path: { memberId, invoiceId } }, body, ...headers },
      }),
    ),
  );

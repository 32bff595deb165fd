import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

/** A patron open at a branch's desk. */
export type Open = { patronId: string; branchId: string };
type View = Answered<'circulation-show-patron'>;
export type Bill = View['bills'][number];
export type PatronLoan = View['loans'][number];
export type DeskMoney = View['desk'];

/** Returns the patron's data as visible to this desk; access from another member is logged, hence a POST. */
export const usePatronView = ({ patronId, branchId }: Open) =>
  useQuery({
    queryKey: ['patron-view', patronId, branchId],
    queryFn: () =>
      take(
        api.POST('/v1/circulation/patrons/{patronId}/views', { params: { path: { patronId } }, body: { branchId } }),
      ),
    staleTime: 60_000,
  });

/** Returns all bills of the patron that this desk may see: the settled ones, too. */
export const useAllBills = ({ patronId, branchId }: Open) =>
  useQuery({
    queryKey: ['patron-view', patronId, branchId, 'settled'],
    queryFn: () =>
      take(
        api.POST('/v1/circulation/patrons/{patronId}/views', {
          params: { path: { patronId } },
          body: { branchId, settled: true },
        }),
      ),
    staleTime: 60_000,
    select: ({ bills }) => bills,
  });

/** An action at the desk that changes the patron's data. A retry after a lost response has no second effect. */
const useAct = <In, Out>(
  { patronId }: Open,
  act: (given: In, key: string) => Promise<Out>,
  done?: (out: Out) => void,
) => {
  const client = useQueryClient();
  const tried = useRef<{ given: string; key: string }>(undefined);
  return useMutation({
    mutationFn: (what: In) => {
      const given = JSON.stringify(what);
      if (tried.current?.given !== given) tried.current = { given, key: newKey() };
      return act(what, tried.current.key);
    },
    onSuccess: (out) => {
      done?.(out);
      tried.current = undefined;
      return client.invalidateQueries({ queryKey: ['patron-view', patronId] });
    },
  });
};

/** An amount for one bill, in minor units. */
export type Line = { billId: string; amount: number };
/** A completed payment or refund, for its receipt: readable lines and the receipt number. */
export type Done = {
  did: 'paid' | 'waived' | 'paid-out' | 'set-off';
  receiptNumber: string;
  amount: number;
  currency: string;
  /** Owed after it; unknown when a receipt is printed again. */
  owed?: number;
  means?: string;
  lines: { billId: string; amount: number; open: number }[];
};

/** Records a payment of several bills under one receipt, for any members (C74). */
export const usePayment = (open: Open, done: (done: Done) => void) =>
  useAct(
    open,
    async ({ lines, means }: { lines: Line[]; means: string }, key): Promise<Done> => {
      const [first, ...also] = lines;
      if (!first) throw new Error('A payment is for a bill.');
      const body = { branchId: open.branchId, patron: open.patronId, ...first, means, ...(also[0] && { also }) };
      const paid = await take(api.POST('/v1/circulation/payments', { body, ...keyed(key) }));
      const now = new Map(paid.bills.map((bill) => [bill.billId, bill.open]));
      return {
        ...{ did: 'paid', receiptNumber: paid.receiptNumber, amount: paid.paid, owed: paid.owed, means },
        currency: paid.bill.currency,
        lines: lines.map((line) => ({ ...line, open: now.get(line.billId) ?? 0 })),
      };
    },
    done,
  );

/** Waives a bill of the desk's own member, fully or partly; the reason is stored on the bill. */
export const useWaiver = (open: Open, billId: string, done: (done: Done) => void) =>
  useAct(
    open,
    async ({ amount, reason }: { amount: number; reason: string }, key): Promise<Done> => {
      const body = { branchId: open.branchId, patron: open.patronId, billId, amount, reason };
      const waived = await take(api.POST('/v1/circulation/waivers', { body, ...keyed(key) }));
      const { receiptNumber, owed, bill } = waived;
      const lines = [{ billId, amount: waived.waived, open: bill.open }];
      return { did: 'waived', receiptNumber, amount: waived.waived, currency: bill.currency, owed, lines };
    },
    done,
  );

/** Refunds the credit of a bill by a means of payment, or sets it off against the other open bills when none is given. */
export const useRefund = (open: Open, { billId, open: left, currency }: Bill, done: (done: Done) => void) =>
  useAct(
    open,
    async ({ means }: { means?: string }, key): Promise<Done> => {
      const payOut = means === undefined ? {} : { payOut: { means } };
      const body = { branchId: open.branchId, patron: open.patronId, billId, ...payOut };
      const { receiptNumber, owed, bills } = await take(api.POST('/v1/circulation/refunds', { body, ...keyed(key) }));
      const [own] = bills;
      const amount = (own?.open ?? 0) - left;
      const lines = [{ billId, amount, open: own?.open ?? 0 }];
      const how = means === undefined ? { did: 'set-off' as const } : { did: 'paid-out' as const, means };
      return { ...how, receiptNumber, amount, currency, owed, lines };
    },
    done,
  );

/** Charges a fee of the adopted list; at its own amount unless another is given. */
export const useFee = (open: Open) =>
  useAct(open, (given: { fee: string; amount?: number }, key) =>
    take(
      api.POST('/v1/circulation/charges', {
        body: { branchId: open.branchId, patron: open.patronId, ...given },
        ...keyed(key),
      }),
    ),
  );

/** A declaration about a loan whose item was not returned. */
export type Saying = 'lost' | 'claimed';

/** Declares a loan lost or claimed returned. Returns the charge, if any. */
export const useSaying = (open: Open, item: string) =>
  useAct(open, async (saying: Saying, key) => {
    const body = { branchId: open.branchId, item };
    if (saying === 'claimed') {
      await take(api.POST('/v1/circulation/return-claims', { body, ...keyed(key) }));
      return undefined;
    }
    return (await take(api.POST('/v1/circulation/lost-declarations', { body, ...keyed(key) }))).charged;
  });

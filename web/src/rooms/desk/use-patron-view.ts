import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, keyed, newKey, take } from '../../api/client.ts';
import type { Answered } from '../../session/who.ts';

/** A patron open at a branch's desk. */
export type Open = { patronId: string; branchId: string };
type View = Answered<'circulation-show-patron'>;
export type Bill = View['bills'][number];
export type PatronLoan = View['loans'][number];

/** What the patron has, as this desk may see it; a look from elsewhere is logged, hence a POST. */
export const usePatronView = ({ patronId, branchId }: Open) =>
  useQuery({
    queryKey: ['patron-view', patronId, branchId],
    queryFn: () =>
      take(
        api.POST('/v1/circulation/patrons/{patronId}/views', { params: { path: { patronId } }, body: { branchId } }),
      ),
    staleTime: 60_000,
  });

/** An act at the desk after which what the patron has is another. Tried again after a lost answer it is the same act. */
const useAct = <In extends string | number, Out>(
  { patronId }: Open,
  act: (given: In, key: string) => Promise<Out>,
  done?: (out: Out) => void,
) => {
  const client = useQueryClient();
  const tried = useRef<{ given: In; key: string }>(undefined);
  return useMutation({
    mutationFn: (given: In) => {
      if (tried.current?.given !== given) tried.current = { given, key: newKey() };
      return act(given, tried.current.key);
    },
    onSuccess: (out) => {
      done?.(out);
      tried.current = undefined;
      return client.invalidateQueries({ queryKey: ['patron-view', patronId] });
    },
  });
};

type Payment = Answered<'circulation-pay-bill'>;

/** Takes money for a bill; the amount in minor units. `paid` hears of the receipt. */
export const usePayment = (open: Open, billId: string, paid: (payment: Payment) => void) =>
  useAct(
    open,
    (amount: number, key): Promise<Payment> => {
      const body = { branchId: open.branchId, patron: open.patronId, billId, amount };
      return take(api.POST('/v1/circulation/payments', { body, ...keyed(key) }));
    },
    paid,
  );

/** What the desk says of a loan whose item does not come back. */
export type Saying = 'lost' | 'claimed';

/** Declares a loan lost, or notes that the patron says it was brought back. Gives what was charged, where anything was. */
export const useSaying = (open: Open, item: string) =>
  useAct(open, async (saying: Saying, key) => {
    const body = { branchId: open.branchId, item };
    if (saying === 'claimed') {
      await take(api.POST('/v1/circulation/return-claims', { body, ...keyed(key) }));
      return undefined;
    }
    return (await take(api.POST('/v1/circulation/lost-declarations', { body, ...keyed(key) }))).charged;
  });

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** Budgets of a member, or of the consortium, with how they stand and what was told of them. */
export type Budgets = Answered<'finance-list-budgets'>;
export type Budget = Budgets['budgets'][number];
export type BudgetStatus = Budgets['statuses'][number];

/** The budgets of a member; of the consortium where none is named. `mayRead` is false until it is known whose one may read. */
export const useBudgets = (member: string | undefined, mayRead: boolean) =>
  useQuery({
    queryKey: ['budgets', member],
    queryFn: () => take(api.GET('/v1/finance/budgets', { params: { query: member ? { member } : {} } })),
    enabled: mayRead,
  });

/** What is set: which budget, and what it allows. */
export type BudgetRequest = Pick<
  Budget,
  'owner' | 'measure' | 'span' | 'from' | 'amount' | 'currency' | 'thresholds'
> & {
  v: number;
};

/** Sets a budget, once however often it is sent. */
export const useSet = () => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: ({ owner, measure, span, from, ...body }: BudgetRequest) =>
      take(
        api.PUT('/v1/finance/budgets/{memberId}/{measure}/{span}/{from}', {
          params: { path: { memberId: owner, measure, span, from } },
          body,
          ...keyed(key.keyFor({ owner, measure, span, from, ...body })),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['budgets'] }),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** The budgets of a member or of the consortium, with their status and alerts. */
export type Budgets = Answered<'finance-list-budgets'>;
export type Budget = Budgets['budgets'][number];
export type BudgetStatus = Budgets['statuses'][number];

/** Returns the budgets of a member, or of the consortium when none is given. `mayRead` is false until access is known. */
export const useBudgets = (member: string | undefined, mayRead: boolean) =>
  useQuery({
    queryKey: ['budgets', member],
    queryFn: () => take(api.GET('/v1/finance/budgets', { params: { query: member ? { member } : {} } })),
    enabled: mayRead,
  });

/** The request to set a budget: which one, and its amount. */
export type BudgetRequest = Pick<
  Budget,
  'owner' | 'measure' | 'span' | 'from' | 'amount' | 'currency' | 'thresholds'
> & {
  v: number;
};

/** Sets a budget, idempotently. */
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

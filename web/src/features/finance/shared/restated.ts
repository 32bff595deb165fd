import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** A later bill's changes to a closed month, as returned by the API: previewed, prepared or booked. */
export type Restated = Answered<'finance-show-restatement'>;

/** Returns the changes by a bill after the close; when there is none, the refusal is not retried. */
export const useRestated = (month: string, isAsked: boolean) =>
  useQuery({
    queryKey: ['restatement', month],
    queryFn: () => take(api.GET('/v1/finance/restatements/{month}', { params: { path: { month } } })),
    enabled: isAsked,
    retry: false,
  });

/** Prepares the restatement or, with a target month, approves one prepared by another person. */
export const useRestate = (month: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: ({ seal, into }: { seal: string; into?: string }) => {
      const with_ = { params: { path: { month } }, ...keyed(key.keyFor({ month, seal, into })) };
      return take(
        into === undefined
          ? api.POST('/v1/finance/restatements/{month}/preparations', { ...with_, body: { seal } })
          : api.POST('/v1/finance/restatements/{month}/approval', { ...with_, body: { seal, into } }),
      );
    },
    onSuccess: () =>
      Promise.all([['restatement', month], ['periods']].map((queryKey) => client.invalidateQueries({ queryKey }))),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

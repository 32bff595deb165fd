import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** What a later bill changes of a closed month, as the API gives it: as it would be, as it was prepared, or as it was booked. */
export type Restated = Answered<'finance-show-restatement'>;

const path = '/v1/finance/restatements/{month}';

/** What a bill that came after the close changes; refused where there is none, which is nothing to try again. */
export const useRestated = (month: string, isAsked: boolean) =>
  useQuery({
    queryKey: ['restatement', month],
    queryFn: () => take(api.GET(path, { params: { path: { month } } })),
    enabled: isAsked,
    retry: false,
  });

/** Prepares what is shown, or, with the month that it goes into, approves what somebody else prepared. */
export const useRestate = (month: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: ({ seal, into }: { seal: string; into?: string }) => {
      const with_ = { params: { path: { month } }, ...keyed(key.keyFor({ month, seal, into })) };
      return take(
        into === undefined
          ? api.POST(`${path}/preparations`, { ...with_, body: { seal } })
          : api.POST(`${path}/approval`, { ...with_, body: { seal, into } }),
      );
    },
    onSuccess: () =>
      Promise.all([['restatement', month], ['periods']].map((queryKey) => client.invalidateQueries({ queryKey }))),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

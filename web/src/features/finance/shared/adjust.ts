import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

type AdjustmentRequest = operations['finance-adjust-period']['requestBody']['content']['application/json'];

/** Adds a correction, a credit or a one-off charge to a month; views of the month are refetched. */
export const useAdjust = () => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: ({ month, ...body }: AdjustmentRequest & { month: string }) =>
      take(
        api.POST('/v1/finance/periods/{month}/adjustments', {
          params: { path: { month } },
          body,
          ...keyed(key.keyFor({ month, body })),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['periods'] }),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

type Line = operations['finance-withdraw-adjustment']['parameters']['path'];

/** Removes one from a month; views of the month are refetched. */
export const useWithdraw = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (path: Line) =>
      take(api.DELETE('/v1/finance/periods/{month}/adjustments/{memberId}/{lineId}', { params: { path } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['periods'] }),
  });
};

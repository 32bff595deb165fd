import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

type AdjustmentRequest = operations['finance-adjust-period']['requestBody']['content']['application/json'];

/** Puts a correction or a credit into a month; what shows the month is read again. */
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

/** Takes a correction or a credit out of a month again; what shows the month is read again. */
export const useWithdraw = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (path: Line) =>
      take(api.DELETE('/v1/finance/periods/{month}/adjustments/{memberId}/{lineId}', { params: { path } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['periods'] }),
  });
};

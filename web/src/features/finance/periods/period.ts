import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** The board of periods as returned by the API, and a month of it. */
export type Board = Answered<'finance-list-periods'>;
export type Period = Board['periods'][number];

type Body<Id extends 'finance-prepare-period' | 'finance-decide-period'> =
  operations[Id]['requestBody']['content']['application/json'];

const LOOK_AGAIN_MS = 3000;

/** Whether the workflow has the next step: it writes or books the statements. */
export const isAtWork = ({ state, draft, blocked }: Period): boolean =>
  state === 'approved' || (state === 'reconciled' && !draft && blocked === undefined);

/** Returns the board; polled while the workflow works on a month. */
export const useBoard = (isKnown: boolean) =>
  useQuery({
    queryKey: ['periods'],
    queryFn: () => take(api.GET('/v1/finance/periods')),
    enabled: isKnown,
    refetchInterval: ({ state }) => (state.data?.periods.some(isAtWork) ? LOOK_AGAIN_MS : false),
  });

/** Meters or reconciles a month; the board is refetched, also after a refusal, because the state shown was outdated. */
export const usePrepare = (month: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Body<'finance-prepare-period'>) =>
      take(
        api.POST('/v1/finance/periods/{month}/preparations', {
          params: { path: { month } },
          body,
          ...keyed(key.keyFor(body)),
        }),
      ),
    onSettled: (_, thrown) => {
      key.settle(thrown);
      return client.invalidateQueries({ queryKey: ['periods'] });
    },
  });
};

/** Approves a month's statements by their hash, or reopens the month with a reason; the board is refetched. */
export const useDecide = (month: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Body<'finance-decide-period'>) =>
      take(
        api.POST('/v1/finance/periods/{month}/decisions', {
          params: { path: { month } },
          body,
          ...keyed(key.keyFor(body)),
        }),
      ),
    onSettled: (_, thrown) => {
      key.settle(thrown);
      return client.invalidateQueries({ queryKey: ['periods'] });
    },
  });
};

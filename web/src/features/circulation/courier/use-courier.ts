import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';

export type CourierView = Answered<'circulation-list-courier'>;
export type Tote = CourierView['totes'][number];
type Act = operations['circulation-move-tote']['requestBody']['content']['application/json'];
/** An act on a tote, at the branch of the page. */
export type ToteAct = Act extends infer One ? (One extends { act: string } ? Omit<One, 'branchId'> : never) : never;

/** Returns what the courier carries for a branch. */
export const useCourier = (branchId: string) =>
  useQuery({
    queryKey: ['courier', branchId],
    queryFn: () => take(api.GET('/v1/circulation/branches/{branchId}/courier', { params: { path: { branchId } } })),
  });

/** Returns the way to act on totes of a branch; what the page shows follows. */
export const useMoveTote = (branchId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (act: ToteAct) => {
      const body = { ...act, branchId } as Act;
      const { tote } = await take(api.POST('/v1/circulation/totes', { body, ...keyed(newKey()) }));
      return tote;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['courier', branchId] }),
  });
};

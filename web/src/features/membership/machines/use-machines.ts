import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useWholeList } from '../../../api/use-whole-list.ts';

export type Machine = Answered<'membership-list-machine-clients'>['machines'][number];
export type NewMachine = operations['membership-create-machine-client']['requestBody']['content']['application/json'];

const listKey = (memberId: string) => ['machines', memberId];

/** Loads the machine clients of a member. */
export const useMachines = (memberId: string) =>
  useWholeList(listKey(memberId), (after) =>
    take(api.GET('/v1/membership/machines', { params: { query: { memberId, ...(after && { after }) } } })),
  );

const useListed = (memberId: string): (() => Promise<void>) => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: listKey(memberId) });
};

/** Creates a machine client; its secret is in this answer only. */
export const useCreateMachine = (memberId: string) => {
  const listed = useListed(memberId);
  return useMutation({
    mutationFn: (body: NewMachine) => take(api.POST('/v1/membership/machines', { body })),
    onSuccess: listed,
  });
};

/** Withdraws a machine client: its secret and tokens are refused within a minute. */
export const useWithdrawMachine = (memberId: string, done: () => void) => {
  const listed = useListed(memberId);
  return useMutation({
    mutationFn: ({ clientId, reason }: { clientId: string; reason: string }) =>
      take(
        api.POST('/v1/membership/machines/{clientId}/withdrawal', {
          ...{ params: { path: { clientId } }, body: { memberId, reason } },
        }),
      ),
    onSuccess: () => {
      done();
      return listed();
    },
  });
};

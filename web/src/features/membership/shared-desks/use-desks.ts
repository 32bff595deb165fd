import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { forgetDeskKey, makeDeskKey } from '../../../api/desk-key.ts';
import { deskMark, setDeskMark } from '../../../api/desk-mark.ts';
import { useKey } from '../../../api/use-key.ts';
import { useWholeList } from '../../../api/use-whole-list.ts';

export type Desk = Answered<'membership-list-desks'>['desks'][number];
export type NewDesk = { name: string; branchId: string; lockMinutes: number };

const listKey = (memberId: string) => ['desks', memberId];

/** Loads the shared desks of a member. */
export const useDesks = (memberId: string) =>
  useWholeList(listKey(memberId), (after) =>
    take(api.GET('/v1/membership/desks', { params: { query: { memberId, ...(after && { after }) } } })),
  );

/** Makes the key of this device and enrols it as a shared desk. */
export const useEnrolDesk = (memberId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: async (wanted: NewDesk) => {
      const body = { ...wanted, memberId, publicKey: await makeDeskKey() };
      return take(api.POST('/v1/membership/desks', { body, ...keyed(key.keyFor(body)) }));
    },
    onSuccess: ({ deskId, name, branchId, lockMinutes }) => {
      setDeskMark({ deskId, name, branchId, lockMinutes });
      return client.invalidateQueries({ queryKey: listKey(memberId) });
    },
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

/** Withdraws a shared desk: nobody signs in there any more, and its sessions are refused within a minute. */
export const useWithdrawDesk = (memberId: string, done: () => void) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: ({ deskId, reason }: { deskId: string; reason: string }) =>
      take(
        api.POST('/v1/membership/desks/{deskId}/withdrawal', {
          ...{ params: { path: { deskId } }, body: { memberId, reason }, ...keyed(key.keyFor([deskId, reason])) },
        }),
      ),
    onSuccess: async ({ deskId }) => {
      if (deskMark()?.deskId === deskId) {
        setDeskMark(undefined);
        await forgetDeskKey();
      }
      done();
      await client.invalidateQueries({ queryKey: listKey(memberId) });
    },
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

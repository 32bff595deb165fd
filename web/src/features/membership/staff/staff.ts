import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** A person to invite to a library, or to the consortium. */
export type Invitation = { name: string; email: string; memberId: string };

/** A person who works at a library or for the consortium. */
export type Staff = Answered<'membership-list-staff'>['staff'][number];

/** Returns the staff of a member or of the consortium, page by page. */
export const useStaff = (memberId: string) =>
  useInfiniteQuery({
    queryKey: ['staff', memberId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/membership/staff', {
          params: { query: { memberId, ...(pageParam === '' ? {} : { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** A person who was invited and has not signed in yet. */
export type PendingInvitation = Answered<'membership-list-invitations'>['invitations'][number];

/** Returns who was invited to a member or to the consortium and has not signed in yet. */
export const useInvitations = (memberId: string) =>
  useQuery({
    queryKey: ['invitations', memberId],
    queryFn: async () =>
      (await take(api.GET('/v1/membership/invitations', { params: { query: { memberId } } }))).invitations,
  });

/** Withdraws the invitation of a person who has not signed in yet. */
export const useWithdrawInvitation = (memberId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (staffId: string) => {
      const call = { params: { path: { staffId } }, body: { memberId }, ...keyed(key.keyFor(staffId)) };
      return take(api.POST('/v1/membership/staff/{staffId}/invitation-withdrawal', call));
    },
    onSettled: async (_, thrown) => {
      key.settle(thrown);
      await Promise.all(
        ['staff', 'invitations'].map((list) => client.invalidateQueries({ queryKey: [list, memberId] })),
      );
    },
  });
};

/** Invites a person; inviting somebody again who has not signed in sends the invitation again. */
export const useInvite = () => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Invitation) => take(api.POST('/v1/membership/staff', { body, ...keyed(key.keyFor(body)) })),
    onSuccess: (_, { memberId }) =>
      Promise.all(['staff', 'invitations'].map((list) => client.invalidateQueries({ queryKey: [list, memberId] }))),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

type Change = { staffId: string; grant: Staff['grants'][number]; isGiven: boolean; reason: string };

/** Gives a role to a person, or withdraws it. */
export const useChangeRole = (memberId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: ({ staffId, isGiven, ...body }: Change) => {
      const call = { params: { path: { staffId } }, body, ...keyed(key.keyFor([staffId, body, isGiven])) };
      return take(
        isGiven
          ? api.POST('/v1/membership/staff/{staffId}/roles', call)
          : api.POST('/v1/membership/staff/{staffId}/role-withdrawals', call),
      );
    },
    onSettled: async (_, thrown) => {
      key.settle(thrown);
      await client.invalidateQueries({ queryKey: ['staff', memberId] });
    },
  });
};

import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import { useKey } from '../../../api/use-key.ts';

/** A person to invite to a library, or to the consortium. */
export type Invitation = { name: string; email: string; memberId: string };

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

/** Invites a person; inviting somebody again who has not signed in sends the invitation again. */
export const useInvite = () => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Invitation) => take(api.POST('/v1/membership/staff', { body, ...keyed(key.keyFor(body)) })),
    onSuccess: (_, { memberId }) => client.invalidateQueries({ queryKey: ['staff', memberId] }),
    onSettled: (_, thrown) => key.settle(thrown),
  });
};

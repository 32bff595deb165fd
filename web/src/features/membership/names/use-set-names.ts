import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Member } from '../../../api/directory.ts';
import { useKey } from '../../../api/use-key.ts';

export type Names = NonNullable<Member['names']>;
export type NamedCode = Names['locations'][number];

/** Replaces the names of a member's locations and item types. */
export const useSetNames = (memberId: string, done: () => void) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Names) =>
      take(
        api.PUT('/v1/membership/members/{memberId}/names', {
          ...{ params: { path: { memberId } }, body, ...keyed(key.keyFor(body)) },
        }),
      ),
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: () => {
      done();
      return client.invalidateQueries({ queryKey: ['directory'] });
    },
  });
};

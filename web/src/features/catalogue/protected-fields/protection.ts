import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** A protected field: its tag and an optional mark in it. */
export type Rule = Answered<'catalogue-get-field-protection'>['fields'][number];

const keyOf = (memberId: string) => ['field-protection', memberId];

/** Returns a library's protected fields. Not refetched during input. */
export const useProtection = (memberId: string) =>
  useQuery({
    queryKey: keyOf(memberId),
    queryFn: async () =>
      (await take(api.GET('/v1/catalogue/members/{memberId}/field-protection', { params: { path: { memberId } } })))
        .fields,
    staleTime: 0,
  });

/** Replaces the protected fields. */
export const useProtect = (memberId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (fields: Rule[]) =>
      take(
        api.PUT('/v1/catalogue/members/{memberId}/field-protection', {
          ...{ params: { path: { memberId } }, body: { fields }, ...keyed(key.keyFor(fields)) },
        }),
      ),
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: ({ fields }) => {
      client.setQueryData(keyOf(memberId), fields);
      // Records show which of their fields are protected.
      return client.invalidateQueries({ queryKey: ['union'] });
    },
  });
};

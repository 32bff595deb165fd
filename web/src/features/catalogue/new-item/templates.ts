import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** Named values that new copies of a library begin with. */
export type Template = Answered<'catalogue-list-item-templates'>['templates'][number];
export type Defaults = Template['defaults'];
export type NewItem = operations['catalogue-add-item']['requestBody']['content']['application/json'];

const keyOf = (memberId: string) => ['item-templates', memberId];

/** A library's templates, by name. */
export const useTemplates = (memberId: string) =>
  useQuery({
    queryKey: keyOf(memberId),
    queryFn: async () =>
      (await take(api.GET('/v1/catalogue/members/{memberId}/item-templates', { params: { path: { memberId } } })))
        .templates,
  });

/** Keeps a template under its name; without values, takes it away. */
export const useSetTemplate = (memberId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: { name: string; defaults: Defaults | null }) =>
      take(
        api.PUT('/v1/catalogue/members/{memberId}/item-templates', {
          ...{ params: { path: { memberId } }, body, ...keyed(key.keyFor(body)) },
        }),
      ),
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(memberId) }),
  });
};

/** Makes a copy; the pages that show copies are read anew. */
export const useAddItem = (memberId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: NewItem) =>
      take(
        api.POST('/v1/catalogue/members/{memberId}/items', {
          ...{ params: { path: { memberId } }, body, ...keyed(key.keyFor(body)) },
        }),
      ),
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: () => client.invalidateQueries({ queryKey: ['record'] }),
  });
};

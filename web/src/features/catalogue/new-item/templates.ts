import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** Named default values for a library's new items. */
export type Template = Answered<'catalogue-list-item-templates'>['templates'][number];
export type Defaults = Template['defaults'];
export type NewItem = operations['catalogue-add-item']['requestBody']['content']['application/json'];

const keyOf = (memberId: string) => ['item-templates', memberId];

/** Returns a library's templates, by name. */
export const useTemplates = (memberId: string) =>
  useQuery({
    queryKey: keyOf(memberId),
    queryFn: async () =>
      (await take(api.GET('/v1/catalogue/members/{memberId}/item-templates', { params: { path: { memberId } } })))
        .templates,
  });

/** Saves a template under its name; without values, deletes it. */
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

/** Creates an item; pages that show items refetch. */
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

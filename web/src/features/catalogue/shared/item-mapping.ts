import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** How a library's records describe its items. */
export type Mapping = Answered<'catalogue-get-item-mapping'>['mapping'];
export type Mapped = Answered<'catalogue-get-item-mapping'>;
/** The result of a mapping on sample records. */
export type Tried = Answered<'catalogue-preview-item-mapping'>;
export type PreviewRequest = operations['catalogue-preview-item-mapping']['requestBody']['content']['application/json'];

const keyOf = (memberId: string) => ['item-mapping', memberId];

/** Returns a library's mapping and the ready-made ones. Not refetched during input. */
export const useMapping = (memberId: string) =>
  useQuery({
    queryKey: keyOf(memberId),
    queryFn: () => take(api.GET('/v1/catalogue/members/{memberId}/item-mapping', { params: { path: { memberId } } })),
    refetchOnWindowFocus: false,
    staleTime: 0,
  });

/** Saves a mapping in place of the previous one. */
export const useKeepMapping = (memberId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: Mapping) =>
      take(
        api.PUT('/v1/catalogue/members/{memberId}/item-mapping', {
          ...{ params: { path: { memberId } }, body, ...keyed(key.keyFor(body)) },
        }),
      ),
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: (mapping) => {
      client.setQueryData(
        keyOf(memberId),
        (before: Mapped | undefined) => before && { ...before, mapping, isDefault: false },
      );
    },
  });
};

/** Tries a mapping on sample records; writes nothing. */
export const useTry = (memberId: string) =>
  useMutation({
    mutationFn: (body: PreviewRequest) =>
      take(api.POST('/v1/catalogue/members/{memberId}/item-mapping/preview', { params: { path: { memberId } }, body })),
  });

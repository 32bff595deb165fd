import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered, operations } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** A last copy offered by its library. */
export type Offer = Answered<'catalogue-list-copy-offers'>['offers'][number];
type Taking = operations['catalogue-take-copy']['requestBody']['content']['application/json'];

/** Returns the open offers of last copies, the next to expire first, page by page. */
export const useOffers = () =>
  useInfiniteQuery({
    queryKey: ['copy-offers'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/catalogue/copy-offers', {
          params: { query: { limit: 50, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** Accepts an offered copy onto the library's own record; refetches the offers and the record. */
export const useTakeCopy = (itemId: string) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: ({ memberId, ...body }: Taking & { memberId: string }) =>
      take(
        api.POST('/v1/catalogue/members/{memberId}/copy-offers/{itemId}/taking', {
          ...{ params: { path: { memberId, itemId } }, body, ...keyed(key.keyFor({ itemId, memberId, body })) },
        }),
      ),
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['copy-offers'] });
      await client.invalidateQueries({ queryKey: ['record'] });
    },
  });
};

/** Withdraws the library's own offer; refetches the offers and the record's history. */
export const useTakeBack = ({ memberId, itemId }: Pick<Offer, 'memberId' | 'itemId'>) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (reason: string) =>
      take(
        api.POST('/v1/catalogue/members/{memberId}/copy-offers/{itemId}/withdrawal', {
          ...{ params: { path: { memberId, itemId } }, body: { reason }, ...keyed(key.keyFor({ itemId, reason })) },
        }),
      ),
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['union'] });
      await client.invalidateQueries({ queryKey: ['copy-offers'] });
    },
  });
};

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** An item as its library describes it, with its current location. */
export type Copy = Answered<'catalogue-get-item'>;
export type Retention = NonNullable<Copy['retention']>;

/** Returns the item with a barcode or id. Requests nothing while the argument is empty. */
export const useCopy = (barcode: string) =>
  useQuery({
    queryKey: ['copy', barcode],
    queryFn: () => take(api.GET('/v1/catalogue/items/{barcode}', { params: { path: { barcode } } })),
    enabled: barcode !== '',
    staleTime: 0,
  });

/** Commits the library to retain the item, or releases it. */
export const useRetain = ({ memberId, itemId }: Copy) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (retention: Retention | null) =>
      take(
        api.PUT('/v1/catalogue/members/{memberId}/items/{itemId}/retention', {
          params: { path: { memberId, itemId } },
          body: { retention },
          ...keyed(key.keyFor({ itemId, retention })),
        }),
      ),
    onSettled: (_, thrown) => {
      key.settle(thrown);
      return client.invalidateQueries({ queryKey: ['copy'] });
    },
  });
};

/** Changes the barcode of the item. It is no longer found by the old one. */
export const useRelabel = ({ memberId, itemId }: Copy) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (body: { barcode: string; reason: string }) =>
      take(
        api.PUT('/v1/catalogue/members/{memberId}/items/{itemId}/barcode', {
          ...{ params: { path: { memberId, itemId } }, body, ...keyed(key.keyFor({ itemId, ...body })) },
        }),
      ),
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: () => client.invalidateQueries({ queryKey: ['union'] }),
  });
};

/** Offers the item to the other libraries for a number of days. */
export const useOffer = ({ memberId, itemId }: Copy) => {
  const client = useQueryClient();
  const key = useKey();
  return useMutation({
    mutationFn: (days: number) => {
      const body = { itemId, days };
      return take(
        api.POST('/v1/catalogue/members/{memberId}/copy-offers', {
          ...{ params: { path: { memberId } }, body, ...keyed(key.keyFor(body)) },
        }),
      );
    },
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: () => client.invalidateQueries({ queryKey: ['copy-offers'] }),
  });
};

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

/** A copy as its library describes it, with where it is now. */
export type Copy = Answered<'catalogue-get-item'>;
export type Retention = NonNullable<Copy['retention']>;

/** The copy that bears a barcode, or has this id. Not asked for as long as none is said. */
export const useCopy = (barcode: string) =>
  useQuery({
    queryKey: ['copy', barcode],
    queryFn: () => take(api.GET('/v1/catalogue/items/{barcode}', { params: { path: { barcode } } })),
    enabled: barcode !== '',
    staleTime: 0,
  });

/** Commits the library to keep the copy, or releases it. */
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

/** Gives the copy another barcode. Under its old one it is not found any more. */
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

/** Offers the copy to the other libraries for so many days. */
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

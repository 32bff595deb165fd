import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

type Listed = Answered<'digital-lending-list-collections'>;
export type DigitalCollection = Listed['collections'][number];
/** What the form sets; `memberId` is that of the library whose own collection it is, `secret` empty when it stays. */
export type CollectionFields = Pick<
  DigitalCollection,
  'collectionId' | 'name' | 'address' | 'members' | 'paused' | 'ended'
> & {
  memberId: string;
  username: string;
  secret: string;
};

const queryKey = ['digital-collections'];

/** Returns the collections of e-book vendors with the counts of the last twelve months. */
export const useCollections = () =>
  useQuery({ queryKey, queryFn: () => take(api.GET('/v1/digital-lending/collections')) });

/** Adds or changes a collection, provided that it is as it was read. */
export const useSetCollection = (version: number) => {
  const client = useQueryClient();
  const { keyFor, settle } = useKey();
  return useMutation({
    mutationFn: ({ collectionId, memberId, username, secret, ...fields }: CollectionFields) => {
      const more = { ...(memberId !== '' && { memberId }), ...(username !== '' && { username }) };
      const body = {
        collection: { ...fields, vendor: 'opds' as const, ...more },
        ...{ version, ...(secret !== '' && { secret }) },
      };
      return take(
        api.PUT('/v1/digital-lending/collections/{collectionId}', {
          params: { path: { collectionId } },
          ...{ body, headers: { 'Idempotency-Key': keyFor({ collectionId, body }) } },
        }),
      );
    },
    onSettled: (_, thrown) => settle(thrown ?? undefined),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
};

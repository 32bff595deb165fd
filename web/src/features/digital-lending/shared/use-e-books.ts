import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

export type EBook = Answered<'digital-lending-list-availability'>['records'][number]['titles'][number];
export type MyEBook = Answered<'digital-lending-list-my-titles'>['vendors'][number]['titles'][number];
type Named = Pick<EBook, 'collectionId' | 'titleKey'>;

/** The most records of one call. */
const MOST = 25;

/** Returns the e-books of one record, asked for in one call with those of the records around it: `all` are the records shown. */
export const useEBooks = (recordId: string, all: readonly string[]): readonly EBook[] | undefined => {
  const from = Math.floor(Math.max(0, all.indexOf(recordId)) / MOST) * MOST;
  const records = all.slice(from, from + MOST).join(',');
  const { data } = useQuery({
    queryKey: ['e-books', records],
    queryFn: () => take(api.GET('/v1/digital-lending/availability', { params: { query: { records } } })),
    staleTime: 30_000,
    retry: false,
  });
  return data?.records.find((one) => one.recordId === recordId)?.titles ?? (data && []);
};

/** Returns the e-books of a record and those that are other editions of its work, each with its record. */
export const useEBooksOfWork = (recordId: string): readonly (EBook & { recordId: string })[] => {
  const { data } = useQuery({
    queryKey: ['e-books', 'work', recordId],
    queryFn: () =>
      take(api.GET('/v1/digital-lending/availability', { params: { query: { records: recordId, editions: 'true' } } })),
    staleTime: 30_000,
    retry: false,
  });
  return (data?.records ?? []).flatMap((of) => of.titles.map((title) => ({ ...title, recordId: of.recordId })));
};

/** Returns the vendors of the patron's library with the patron's loans and holds there. */
export const useMyEBooks = (enabled = true) =>
  useQuery({
    queryKey: ['my-e-books'],
    queryFn: () => take(api.GET('/v1/digital-lending/my-titles')),
    enabled,
    staleTime: 30_000,
  });

const useChanged = () => {
  const client = useQueryClient();
  return () =>
    Promise.all(['e-books', 'my-e-books'].map((name) => client.invalidateQueries({ queryKey: [name] }))).then(() => {});
};

/** Borrows an e-book, or places a hold when no licence is free. */
export const useBorrow = () => {
  const changed = useChanged();
  return useMutation({
    mutationFn: ({ collectionId, titleKey }: Named) =>
      take(
        api.POST('/v1/digital-lending/titles/{collectionId}/{titleKey}/loan', {
          params: { path: { collectionId, titleKey } },
          ...keyed(newKey()),
        }),
      ),
    onSuccess: changed,
  });
};

/** Returns an e-book, or cancels the hold on it. */
export const useGiveBack = () => {
  const changed = useChanged();
  return useMutation({
    mutationFn: ({ collectionId, titleKey }: Named) =>
      take(
        api.DELETE('/v1/digital-lending/titles/{collectionId}/{titleKey}/loan', {
          params: { path: { collectionId, titleKey } },
          ...keyed(newKey()),
        }),
      ),
    onSuccess: changed,
  });
};

/** Signs in at a vendor by the PIN, which is the consent. */
export const useVendorSignIn = () => {
  const changed = useChanged();
  return useMutation({
    mutationFn: ({ collectionId, pin }: { collectionId: string; pin: string }) =>
      take(
        api.POST('/v1/digital-lending/accounts/{collectionId}', { params: { path: { collectionId } }, body: { pin } }),
      ),
    onSuccess: changed,
  });
};

/** Signs out at a vendor, which withdraws the consent. */
export const useVendorSignOut = () => {
  const changed = useChanged();
  return useMutation({
    mutationFn: (collectionId: string) =>
      take(api.DELETE('/v1/digital-lending/accounts/{collectionId}', { params: { path: { collectionId } } })),
    onSuccess: changed,
  });
};

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';

export type SavedSearch = Answered<'discovery-list-my-searches'>['searches'][number];
export type Alert = SavedSearch['alert'];
/** How often an alert is sent, in display order; `off` sends none. */
export const alerts = ['weekly', 'daily', 'off'] as const satisfies Alert[];

const queryKey = ['searches'];
const path = '/v1/discovery/my/searches/{searchId}';

/** Returns the patron's saved searches, the oldest first. */
export const useSearches = () =>
  useQuery({
    queryKey,
    queryFn: () => take(api.GET('/v1/discovery/my/searches')),
    select: ({ searches }) => searches,
  });

/** Sends a write of saved searches, and then reads them anew. */
const useWrite = <I, O>(mutationFn: (input: I) => Promise<O>, done: (output: O) => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: async (output) => {
      await client.invalidateQueries({ queryKey });
      done(output);
    },
  });
};

export const useSaveSearch = (done: (search: SavedSearch) => void) =>
  useWrite(
    (body: Pick<SavedSearch, 'name' | 'query' | 'alert'>) =>
      take(api.POST('/v1/discovery/my/searches', { body, ...keyed(newKey()) })),
    done,
  );

export const useChangeSearch = (done: (search: SavedSearch) => void) =>
  useWrite(
    ({ searchId, name, alert }: Pick<SavedSearch, 'searchId' | 'name' | 'alert'>) =>
      take(api.PUT(path, { params: { path: { searchId } }, body: { name, alert } })),
    done,
  );

export const useRemoveSearch = (done: () => void) =>
  useWrite((searchId: string) => take(api.DELETE(path, { params: { path: { searchId } } })), done);

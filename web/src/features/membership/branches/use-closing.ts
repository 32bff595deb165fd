import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useKey } from '../../../api/use-key.ts';

export type Closing = Answered<'circulation-preview-closing'>;
export type ClosedDays = { from: string; to: string; closesAt?: string; reason: string };
type Way = 'onwards' | 'back' | 'look';

const isBusy = ({ state }: Closing): boolean => ['gathering', 'noting', 'running', 'undoing'].includes(state);

/** Loads the closings of a branch in the last sixty days, the newest first. */
export const useClosings = (branchId: string) =>
  useQuery({
    queryKey: ['branch', branchId, 'closings'],
    queryFn: () => take(api.GET('/v1/circulation/branches/{branchId}/closings', { params: { path: { branchId } } })),
  });

/** Previews, makes and takes back a closing. Each request works for some seconds; another follows until it is done. */
export const useClosing = (branchId: string) => {
  const client = useQueryClient();
  const { keyFor, settle } = useKey();
  const [closing, setClosing] = useState<Closing>();
  const run = (closingId: string, way: Way) =>
    take(
      api.PUT('/v1/circulation/branches/{branchId}/closings/{closingId}/run', {
        ...{ params: { path: { branchId, closingId } }, body: { way } },
        ...keyed(newKey()),
      }),
    );
  const toItsEnd = async (first: Closing): Promise<void> => {
    let now = first;
    setClosing(now);
    while (isBusy(now)) {
      now = await run(now.closingId, 'look');
      setClosing(now);
    }
    await client.invalidateQueries({ queryKey: ['branch', branchId] });
  };
  const preview = useMutation({
    mutationFn: async (body: ClosedDays) =>
      toItsEnd(
        await take(
          api.POST('/v1/circulation/branches/{branchId}/closings', {
            ...{ params: { path: { branchId } }, body },
            ...keyed(keyFor(body)),
          }),
        ),
      ),
    onSettled: (_, thrown) => settle(thrown),
  });
  const carry = useMutation({
    mutationFn: async ({ closingId, way }: { closingId: string; way: Way }) => toItsEnd(await run(closingId, way)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['directory'] }),
  });
  return { closing, show: setClosing, drop: () => setClosing(undefined), preview, carry };
};

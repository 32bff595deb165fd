import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../api/client.ts';
import { toast, toastWithUndo } from '../../parts/toasts.tsx';
import { useSay } from '../../words/words.tsx';

type Wanted = { recordId: string; title: string; pickupBranch: string; pickupName: string };

const useUndo = () => {
  const say = useSay();
  const client = useQueryClient();
  return async (recordId: string, holdId: string): Promise<void> => {
    const path = '/v1/circulation/records/{recordId}/holds/{holdId}/cancellation';
    await take(api.POST(path, { params: { path: { recordId, holdId } }, body: {} }))
      .then(() => toast(say('hold.undone')))
      .catch(() => toast(say('hold.undo-failed')));
    await client.invalidateQueries({ queryKey: ['holds'] });
  };
};

/** Places a hold; done, it says so and offers to undo it. `wait` queues although every copy is lent. */
export const useHold = () => {
  const say = useSay();
  const undo = useUndo();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ recordId, pickupBranch, wait }: Wanted & { wait: boolean }) =>
      take(api.POST('/v1/circulation/holds', { body: { recordId, pickupBranch, wait }, ...keyed(newKey()) })),
    onSuccess: ({ hold }, { title, pickupName, recordId }) => {
      void client.invalidateQueries({ queryKey: ['holds'] });
      void client.invalidateQueries({ queryKey: ['record', recordId] });
      toastWithUndo(say('hold.placed', { title, branch: pickupName }), {
        label: say('do.undo'),
        act: () => void undo(recordId, hold.holdId),
      });
    },
  });
};

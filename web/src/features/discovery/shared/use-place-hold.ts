import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, newKey, take } from '../../../api/client.ts';
import { toast, toastWithUndo } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** `patron` is the card of the patron for whom staff of the pickup branch place it; `neededUntil` is the last day of interest. */
type Wanted = {
  recordId: string;
  title: string;
  pickupBranch: string;
  pickupName: string;
  neededUntil?: string | undefined;
  patron?: string;
};

const useUndo = () => {
  const t = useTranslate();
  const client = useQueryClient();
  return async (recordId: string, holdId: string): Promise<void> => {
    const path = '/v1/circulation/records/{recordId}/holds/{holdId}/cancellation';
    await take(api.POST(path, { params: { path: { recordId, holdId } }, body: {} }))
      .then(() => toast(t('hold.undone')))
      .catch(() => toast(t('hold.undo-failed')));
    await client.invalidateQueries({ queryKey: ['holds'] });
  };
};

/** Places a hold, then shows a toast that offers to undo it. `wait` joins the queue although every copy is on loan. */
export const useHold = () => {
  const t = useTranslate();
  const undo = useUndo();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ recordId, pickupBranch, wait, neededUntil, patron }: Wanted & { wait: boolean }) => {
      const atDesk = patron ? { patron, branchId: pickupBranch } : {};
      const body = { recordId, pickupBranch, wait, ...(neededUntil && { neededUntil }), ...atDesk };
      return take(api.POST('/v1/circulation/holds', { body, ...keyed(newKey()) }));
    },
    onSuccess: ({ hold }, { title, pickupName, recordId, patron }) => {
      void client.invalidateQueries({ queryKey: ['holds'] });
      void client.invalidateQueries({ queryKey: ['record', recordId] });
      const message = t('hold.placed', { title, branch: pickupName });
      // A hold placed for another patron is undone on the holds page.
      if (patron !== undefined) return toast(message);
      toastWithUndo(message, {
        label: t('do.undo'),
        act: () => void undo(recordId, hold.holdId),
      });
    },
  });
};

import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { toast, toastWithUndo } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { ChangedHold } from './use-queue.ts';

type Cancel = { hold: ChangedHold; branchId: string; changed: () => void };

/** Cancels a hold at once and offers to undo it: restored, it waits at its old place. */
export const CancelHold = ({ hold, branchId, changed }: Cancel) => {
  const t = useTranslate();
  const { recordId, holdId } = hold;
  const at = { params: { path: { recordId, holdId } }, body: { branchId } };
  const restore = useMutation({
    mutationFn: () => take(api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/restoration', at)),
    onSuccess: () => {
      toast(t('queue.restored'));
      changed();
    },
  });
  const cancel = useMutation({
    mutationFn: () => take(api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/cancellation', at)),
    onSuccess: () => {
      toastWithUndo(t('queue.cancelled'), { label: t('queue.undo'), act: () => restore.mutate() });
      changed();
    },
  });
  const thrown = cancel.error ?? restore.error;
  return (
    <>
      <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
        {t('queue.cancel')}
      </Button>
      {thrown && <FailedNotice thrown={thrown} />}
    </>
  );
};

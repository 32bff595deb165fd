import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import { asProblem } from '../../../api/problem.ts';
import { useKey } from '../../../api/use-key.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { toast, toastWithUndo } from '../../../components/toasts.tsx';
import { useProblemText } from '../../../components/use-reason-texts.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { ChangedHold } from './use-queue.ts';

/** `what` names the hold among the others of the page. */
type Cancel = { hold: ChangedHold; what: string; branchId: string; changed: () => void };

/** Cancels a hold at once and offers to undo it: restored, it waits at its old place. */
export const CancelHold = ({ hold, what, branchId, changed }: Cancel) => {
  const t = useTranslate();
  const problemText = useProblemText();
  const [cancelling, restoring] = [useKey(), useKey()];
  const { recordId, holdId } = hold;
  const at = { params: { path: { recordId, holdId } }, body: { branchId } };
  const restore = useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/restoration', {
          ...at,
          ...keyed(restoring.keyFor(at)),
        }),
      ),
    onSettled: (_, thrown) => restoring.settle(thrown),
    onSuccess: () => {
      toast(t('queue.restored'));
      changed();
    },
    // The row may have left the list by now, so the page has no place for a notice.
    onError: (thrown) => toast(t('queue.not-restored', { what, why: problemText(asProblem(thrown)) })),
  });
  const cancel = useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/circulation/records/{recordId}/holds/{holdId}/cancellation', {
          ...at,
          ...keyed(cancelling.keyFor(at)),
        }),
      ),
    onSettled: (_, thrown) => cancelling.settle(thrown),
    onSuccess: () => {
      toastWithUndo(t('queue.cancelled', { what }), { label: t('queue.undo'), act: () => restore.mutate(), key: 'U' });
      changed();
    },
  });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={t('queue.cancel-one', { what })}
        loading={cancel.isPending}
        onClick={() => cancel.mutate()}
      >
        {t('queue.cancel')}
      </Button>
      {cancel.error && <FailedNotice thrown={cancel.error} />}
    </>
  );
};

import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, keyed, take } from '../../../api/client.ts';
import { useKey } from '../../../api/use-key.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** Restarts the workflow of a request that is overdue without progress, from the stored state; safe to repeat. */
export const Restart = ({ requestId, branchId }: { requestId: string; branchId: string }) => {
  const t = useTranslate();
  const client = useQueryClient();
  const key = useKey();
  const restart = useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/resource-sharing/requests/{requestId}/restart', {
          params: { path: { requestId } },
          body: { branchId },
          ...keyed(key.keyFor({ requestId, branchId })),
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['loan'] }),
    onSettled: (_, thrown) => key.settle(thrown),
  });
  return (
    <section aria-labelledby="restart" className="card">
      <h2 id="restart">{t('loan-part.restart')}</h2>
      <p className="quiet">{t('loan-part.restart-meaning')}</p>
      <p>
        <Button size="sm" variant="default" loading={restart.isPending} onClick={() => restart.mutate()}>
          {t('loan-part.restart-do')}
        </Button>
      </p>
      <p role="status">{restart.isSuccess && t('loan-part.restarted')}</p>
      {restart.error && <FailedNotice thrown={restart.error} />}
    </section>
  );
};

import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Charged } from './charge.ts';

type Giving = { charged: Charged; branchId: string; name: string; amount: string; library: string };

/** Refunds a charge in full, after confirmation; idempotent. */
export const GiveBack = ({ charged, branchId, name, amount, library }: Giving) => {
  const t = useTranslate();
  const client = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  const { requestId, askId, charge } = charged;
  const give = useMutation({
    mutationFn: () =>
      take(
        api.POST('/v1/finance/loan-requests/{requestId}/refunds', {
          params: { path: { requestId } },
          body: { branchId, askId, charge },
          ...keyed(`refund-${branchId}-${requestId}-${askId}-${charge}`),
        }),
      ),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['charges'] }),
        client.invalidateQueries({ queryKey: ['partner-money'] }),
      ]),
    onSettled: () => setIsAsked(false),
  });
  if (isAsked) {
    return (
      <div role="alert" className="give-back">
        <p>{t('charge.back-sure', { amount, library })}</p>
        <p className="row">
          <Button size="compact-sm" loading={give.isPending} onClick={() => give.mutate()} autoFocus>
            {t('charge.back-yes')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setIsAsked(false)}>
            {t('do.not-now')}
          </Button>
        </p>
      </div>
    );
  }
  return (
    <>
      <Button size="compact-sm" variant="default" aria-label={name} onClick={() => setIsAsked(true)}>
        {t('charge.back')}
      </Button>
      {give.error && <FailedNotice thrown={give.error} />}
    </>
  );
};

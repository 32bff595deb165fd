import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, takeFile } from '../../../api/client.ts';
import { download } from '../../../components/download.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** Saves what is to be paid as a file for the payment system of the library. */
export const SavePayments = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const csv = useMutation({
    mutationFn: () =>
      takeFile(
        api.GET('/v1/acquisitions/members/{memberId}/payments/csv', {
          params: { path: { memberId } },
          parseAs: 'text',
        }),
      ),
    onSuccess: ({ name, text }) => download(name ?? `payments-${memberId}.csv`, text),
  });
  return (
    <>
      <p className="quiet">{t('payments.meaning')}</p>
      <Button size="sm" variant="default" loading={csv.isPending} onClick={() => csv.mutate()}>
        {t('payments.save')}
      </Button>
      {csv.error && <FailedNotice thrown={csv.error} />}
    </>
  );
};

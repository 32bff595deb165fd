import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, takeFile } from '../../../api/client.ts';
import { download } from '../../../components/download.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** Downloads the month as CSV, fetched with the user's token. */
export const CsvButton = ({ month, member }: { month: string; member: string | undefined }) => {
  const t = useTranslate();
  const csv = useMutation({
    mutationFn: () =>
      takeFile(
        api.GET('/v1/finance/months/{month}/csv', {
          params: { path: { month }, query: member ? { member } : {} },
          parseAs: 'text',
        }),
      ),
    onSuccess: ({ name, text }) => download(name ?? `concord-${month}.csv`, text),
  });
  return (
    <>
      <Button size="sm" variant="default" loading={csv.isPending} onClick={() => csv.mutate()}>
        {t('do.csv')}
      </Button>
      {csv.error && <FailedNotice thrown={csv.error} />}
    </>
  );
};

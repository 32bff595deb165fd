import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, takeFile } from '../../../api/client.ts';
import { download } from '../../../components/download.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { ReportQuery } from './report.ts';

/** Downloads the figures of the report as CSV. */
export const CsvFile = ({ query: { from, to, member } }: { query: ReportQuery }) => {
  const t = useTranslate();
  const csv = useMutation({
    mutationFn: () =>
      takeFile(
        api.GET('/v1/resource-sharing/reports/csv', {
          params: { query: { from, to, ...(member && { memberId: member }) } },
          parseAs: 'text',
        }),
      ),
    onSuccess: ({ name, text }) => download(name ?? `concord-loans-${from}-${to}.csv`, text),
  });
  return (
    <div>
      <Button size="sm" variant="default" loading={csv.isPending} onClick={() => csv.mutate()}>
        {t('do.csv')}
      </Button>
      {csv.error && <FailedNotice thrown={csv.error} />}
    </div>
  );
};

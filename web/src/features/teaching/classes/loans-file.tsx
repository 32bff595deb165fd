import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, takeFile } from '../../../api/client.ts';
import { download } from '../../../components/download.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** Downloads what a class has on loan as CSV, a line for each loan and for each pupil without one. */
export const LoansFile = ({ branchId, classId }: { branchId: string; classId: string }) => {
  const t = useTranslate();
  const file = useMutation({
    mutationFn: () =>
      takeFile(
        api.GET('/v1/teaching/branches/{branchId}/classes/{classId}/loans/csv', {
          params: { path: { branchId, classId } },
          parseAs: 'text',
        }),
      ),
    onSuccess: ({ name, text }) => download(name ?? `class-${classId}-loans.csv`, text),
  });
  return (
    <>
      <Button size="xs" variant="default" loading={file.isPending} onClick={() => file.mutate()}>
        {t('class.loans-file')}
      </Button>
      {file.error && <FailedNotice thrown={file.error} />}
    </>
  );
};

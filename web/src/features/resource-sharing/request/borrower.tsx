import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

/** The patron of a request; loaded on demand, because access to a patron's data is logged. */
export const Borrower = ({ patronId, branchId }: { patronId: string; branchId: string }) => {
  const t = useTranslate();
  const look = useMutation({
    mutationFn: () => take(api.POST('/v1/patrons/look-ups', { body: { branchId, patronId } })),
  });
  if (look.data) {
    const { given, family } = look.data.name;
    return <>{[given, family].filter(Boolean).join(' ')}</>;
  }
  return (
    <>
      <Button size="compact-sm" variant="default" loading={look.isPending} onClick={() => look.mutate()}>
        {t('loan-fact.show-patron')}
      </Button>
      {look.error && <FailedNotice thrown={look.error} />}
    </>
  );
};

import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

type Given = { branchId: string; card: string; done: () => void };

/** Notes that a patron of another library, present with the card, agreed to be opened here; then the record is opened again. */
export const OptIn = ({ branchId, card, done }: Given) => {
  const t = useTranslate();
  const note = useMutation({
    mutationFn: () => take(api.POST('/v1/patrons/opt-ins', { body: { branchId, card } })),
    onSuccess: done,
  });
  return (
    <>
      <p className="row">
        <Button size="xs" variant="default" loading={note.isPending} onClick={() => note.mutate()}>
          {t('opt-in.note')}
        </Button>
        <span className="quiet">{t('opt-in.meaning')}</span>
      </p>
      {note.error && <FailedNotice thrown={note.error} />}
    </>
  );
};

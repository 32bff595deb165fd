import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../../api/client.ts';
import { Dialog } from '../../../../components/dialog.tsx';
import { FailedNotice, Waiting } from '../../../../components/states.tsx';
import { toast } from '../../../../components/toasts.tsx';
import { useTranslate } from '../../../../i18n/translate.ts';
import { AlikeFacts } from '../../shared/alike-facts.tsx';
import { MergePreview } from '../../shared/merge-preview.tsx';
import type { DialogProps } from '../parts.ts';
import { useReadAgain, useRecordAct } from '../use-record.ts';

type Chosen = { patronId: string; card?: string };

/** Another record of the same person: those alike are listed, or its card is scanned. The merge is shown before it is done. */
export const MergeDialog = ({ patron, branchId, close }: DialogProps) => {
  const t = useTranslate();
  const { patronId } = patron;
  const again = useReadAgain(patronId);
  const [card, setCard] = useState('');
  const [chosen, setChosen] = useState<Chosen>();
  const { data, error } = useQuery({
    queryKey: ['patron-part', patronId, 'alike', branchId],
    queryFn: () =>
      take(api.POST('/v1/patrons/{patronId}/likenesses', { params: { path: { patronId } }, body: { branchId } })),
  });
  const distinct = useRecordAct(patronId, (otherId: string, key) => {
    const body = { branchId, otherId };
    return take(api.POST('/v1/patrons/{patronId}/distinctions', { params: { path: { patronId } }, body, ...key }));
  });
  const find = useRecordAct(
    patronId,
    (number: string) => take(api.POST('/v1/patrons/look-ups', { body: { branchId, card: number } })),
    (other) => setChosen({ patronId: other.patronId, card: card.replaceAll(/\s/g, '') }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    find.mutate(card.replaceAll(/\s/g, ''));
  };
  if (chosen) {
    return (
      <Dialog title={t('patron.merge-title')} close={close} size="xl">
        <MergePreview
          branchId={branchId}
          pair={[patronId, chosen.patronId]}
          otherCard={chosen.card}
          away={() => setChosen(undefined)}
          done={async () => {
            await again();
            toast(t('patron.merged'));
            close();
          }}
        />
      </Dialog>
    );
  }
  return (
    <Dialog title={t('patron.merge-title')} close={close} size="lg">
      <div className="stack">
        <p>{t('patron.merge-meaning')}</p>
        {error && <FailedNotice thrown={error} />}
        {!data && !error && <Waiting rows={1} height={44} />}
        <ul className="plain-rows">
          {data?.duplicates.map((other) => (
            <li key={other.patronId} className="row">
              <Link to="/patrons/$patronId" params={{ patronId: other.patronId }} onClick={close}>
                <AlikeFacts patron={other} />
              </Link>
              {other.name && (
                <Button size="sm" variant="default" onClick={() => setChosen({ patronId: other.patronId })}>
                  {t('patron.compare')}
                </Button>
              )}
              <Button
                size="sm"
                variant="subtle"
                loading={distinct.isPending && distinct.variables === other.patronId}
                onClick={() => distinct.mutate(other.patronId)}
              >
                {t('patron.two-people')}
              </Button>
            </li>
          ))}
        </ul>
        {distinct.error && <FailedNotice thrown={distinct.error} />}
        <form className="row guardian" onSubmit={submit}>
          <TextInput
            label={t('patron.other-card')}
            value={card}
            required
            maxLength={40}
            autoComplete="off"
            onChange={({ currentTarget }) => setCard(currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={find.isPending}>
            {t('patron.compare')}
          </Button>
        </form>
        {find.error && <FailedNotice thrown={find.error} />}
      </div>
    </Dialog>
  );
};

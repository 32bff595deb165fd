import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { memberOf } from '../../../api/directory.ts';
import { asProblem } from '../../../api/problem.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { PickupChoice } from '../../../components/pickup-choice.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { FindTitle } from './find-title.tsx';
import type { PlaceHoldAt } from './place-hold-at.ts';
import { useDeskHold } from './use-desk-hold.ts';
import { WhyText } from './why-dialog.tsx';

/** Places a hold for a patron at a desk. What is known already, the title or the patron, is not asked. */
export const PlaceHoldDialog = ({ branchId, recordId, patron, placed, close }: PlaceHoldAt & { close: () => void }) => {
  const t = useTranslate();
  const [title, setTitle] = useState<{ recordId: string; title: string }>();
  const [card, setCard] = useState('');
  const [item, setItem] = useState('');
  const [pickupBranch, setPickup] = useState(branchId);
  const [neededUntil, setNeededUntil] = useState('');
  const hold = useDeskHold(() => {
    toast(t('placing.done'));
    placed?.();
    close();
  });
  const record = recordId ?? title?.recordId;
  const forPatron = patron?.patronId ?? card.trim();
  const wanted = {
    ...{ branchId, recordId: record ?? '', patron: forPatron, pickupBranch },
    ...(item.trim() !== '' && { item: item.trim() }),
    ...(neededUntil !== '' && { neededUntil }),
  };
  const [why, setWhy] = useState<typeof wanted>();
  const isWhole = record !== undefined && forPatron !== '';
  const problem = hold.error ? asProblem(hold.error) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isWhole) hold.mutate({ ...wanted, wait: false });
  };
  return (
    <Dialog title={patron ? t('placing.for', { name: patron.name }) : t('placing.open')} close={close}>
      {record === undefined && <FindTitle branchId={branchId} choose={setTitle} />}
      {title && <p className="notice-title">{title.title}</p>}
      <form className="stack" onSubmit={submit}>
        {!patron && (
          <TextInput
            label={t('placing.card')}
            autoComplete="off"
            data-autofocus
            maxLength={64}
            value={card}
            onChange={({ currentTarget }) => setCard(currentTarget.value)}
          />
        )}
        <PickupChoice value={pickupBranch} onChange={setPickup} home={memberOf(branchId)} />
        <TextInput
          label={t('placing.item')}
          description={t('placing.item-meaning')}
          autoComplete="off"
          maxLength={64}
          value={item}
          onChange={({ currentTarget }) => setItem(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('placing.needed-until')}
          value={neededUntil}
          onChange={({ currentTarget }) => setNeededUntil(currentTarget.value)}
        />
        {problem && <FailedNotice thrown={problem} />}
        <p className="row">
          <Button type="submit" disabled={!isWhole} loading={hold.isPending}>
            {t('placing.place')}
          </Button>
          {problem?.code === 'consortium-loan' && (
            <Button variant="default" onClick={() => hold.mutate({ ...wanted, wait: true })}>
              {t('placing.wait')}
            </Button>
          )}
          {isWhole && (
            <Button variant="subtle" onClick={() => setWhy(wanted)}>
              {t('why.open')}
            </Button>
          )}
        </p>
        {why && <WhyText ask={{ of: 'hold', body: why }} />}
      </form>
    </Dialog>
  );
};

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../../api/client.ts';
import { Dialog } from '../../../../components/dialog.tsx';
import { FailedNotice } from '../../../../components/states.tsx';
import { toast } from '../../../../components/toasts.tsx';
import { useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import type { DialogProps } from '../parts.ts';
import { useRecordAct } from '../use-record.ts';

const reasons = ['lost', 'stolen', 'damaged', 'other'] as const;

const Renew = ({ patron: { patronId, expiresOn }, branchId, close }: DialogProps) => {
  const t = useTranslate();
  const { date } = useFormat();
  const renew = useRecordAct(
    patronId,
    (_: 'renew', key) =>
      take(
        api.POST('/v1/patrons/{patronId}/card-renewals', {
          params: { path: { patronId } },
          body: { branchId },
          ...key,
        }),
      ),
    (done) => {
      toast(t('patron.card-renewed', { date: date(done.expiresOn) }));
      close();
    },
  );
  return (
    <section className="stack">
      <h3>{t('patron.renew-card')}</h3>
      <p>{t('patron.card-until', { date: date(expiresOn) })}</p>
      {renew.error && <FailedNotice thrown={renew.error} />}
      <div>
        <Button loading={renew.isPending} onClick={() => renew.mutate('renew')}>
          {t('patron.renew-card-do')}
        </Button>
      </div>
    </section>
  );
};

const Replace = ({ patron: { patronId }, branchId, close }: DialogProps) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const [card, setCard] = useState('');
  const [reason, setReason] = useState<(typeof reasons)[number]>('lost');
  const replace = useRecordAct(
    patronId,
    (given: { card: string; reason: (typeof reasons)[number] }, key) => {
      const body = { branchId, ...given };
      return take(
        api.POST('/v1/patrons/{patronId}/card-replacements', { params: { path: { patronId } }, body, ...key }),
      );
    },
    () => {
      toast(t('patron.card-replaced'));
      close();
    },
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    replace.mutate({ card: card.replaceAll(/\s/g, ''), reason });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <h3>{t('patron.replace-card')}</h3>
      <p className="quiet">{t('patron.replace-meaning')}</p>
      <NativeSelect
        label={t('patron.replace-why')}
        value={reason}
        data={reasons.map((value) => ({ value, label: textOf('card-reason', value) }))}
        onChange={({ currentTarget: { value } }) => setReason(reasons.find((one) => one === value) ?? 'lost')}
      />
      <TextInput
        label={t('patron.new-card')}
        value={card}
        required
        maxLength={40}
        autoComplete="off"
        onChange={({ currentTarget }) => setCard(currentTarget.value)}
      />
      {replace.error && <FailedNotice thrown={replace.error} />}
      <div>
        <Button type="submit" variant="default" loading={replace.isPending}>
          {t('patron.replace-card-do')}
        </Button>
      </div>
    </form>
  );
};

/** The card: renewed by the term of the category, or replaced by another number. */
export const CardDialog = (props: DialogProps) => {
  const t = useTranslate();
  return (
    <Dialog title={t('patrons.card')} close={props.close}>
      <div className="stack">
        <Renew {...props} />
        <Replace {...props} />
      </div>
    </Dialog>
  );
};

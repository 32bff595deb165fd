import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { hasRole, useWho } from '../../../../api/current-user.ts';
import { endOfDay } from '../../../../components/days.ts';
import { useTranslate } from '../../../../i18n/translate.ts';
import { conflictActs } from './conflict-acts.ts';
import type { OfflineScan } from './next-scan.ts';

type Props = { scan: OfflineScan; act: (done: Promise<void>) => void };

/** Lets a supervisor enter a scan in spite of what refused it, with a reason that is stored and a due date where the rules give none. */
export const Override = ({ scan, act }: Props) => {
  const t = useTranslate();
  const isSupervisor = hasRole(useWho(), 'desk-supervisor');
  const [isOpen, setIsOpen] = useState(false);
  const [comment, setComment] = useState('');
  const [day, setDay] = useState('');
  if (!isSupervisor) return <p className="quiet">{t('offline.ask-supervisor')}</p>;
  if (!isOpen) {
    return (
      <button type="button" className="text-button" onClick={() => setIsOpen(true)}>
        {t('offline.supervisor')}
      </button>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const due = day === '' ? {} : { due: endOfDay(day) };
    if (comment.trim().length >= 3) act(conflictActs.override(scan, { comment: comment.trim(), ...due }));
  };
  return (
    <form className="row" onSubmit={submit}>
      <TextInput
        label={t('offline.supervisor-why')}
        minLength={3}
        maxLength={500}
        required
        value={comment}
        onChange={({ currentTarget }) => setComment(currentTarget.value)}
      />
      {scan.kind !== 'in' && (
        <TextInput
          type="date"
          label={t('offline.supervisor-due')}
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
      )}
      <Button type="submit">{t('offline.supervisor')}</Button>
    </form>
  );
};

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Copy, useRetain } from './item.ts';

/** The retention commitment of an item: made, changed, or released after confirmation. */
export const RetentionForm = ({ copy }: { copy: Copy }) => {
  const t = useTranslate();
  const retain = useRetain(copy);
  const { retention } = copy;
  const [program, setProgram] = useState(retention?.program ?? '');
  const [until, setUntil] = useState(retention?.until ?? '');
  const [isReleasing, setReleasing] = useState(false);
  const send = (): void =>
    retain.mutate(
      { program: program.trim(), ...(until && { until }) },
      { onSuccess: () => toast(t('copy-room.committed')) },
    );
  const release = (): void =>
    retain.mutate(null, {
      onSuccess: () => {
        toast(t('copy-room.released'));
        setProgram('');
        setUntil('');
      },
      onSettled: () => setReleasing(false),
    });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="quiet">{t('copy-room.commit-meaning')}</p>
      <div className="changes-fields">
        <TextInput
          size="sm"
          label={t('copy-room.program')}
          value={program}
          maxLength={100}
          onChange={({ currentTarget: { value } }) => setProgram(value)}
        />
        <TextInput
          size="sm"
          type="date"
          label={t('copy-room.until')}
          description={t('copy-room.until-meaning')}
          value={until}
          onChange={({ currentTarget: { value } }) => setUntil(value)}
        />
      </div>
      {isReleasing ? (
        <Question
          yes={t('copy-room.release')}
          isPending={retain.isPending}
          go={release}
          away={() => setReleasing(false)}
        >
          <p>{t('copy-room.release-sure')}</p>
        </Question>
      ) : (
        <p className="row">
          <Button type="submit" size="sm" disabled={program.trim() === ''} loading={retain.isPending}>
            {t(retention ? 'copy-room.change' : 'copy-room.commit')}
          </Button>
          {retention && (
            <Button size="sm" variant="default" onClick={() => setReleasing(true)}>
              {t('copy-room.release')}
            </Button>
          )}
        </p>
      )}
      {retain.error && <FailedNotice thrown={retain.error} />}
    </form>
  );
};

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Question } from '../../../components/question.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useSay } from '../../../i18n/translate.ts';
import { type Copy, useRetain } from './item.ts';

/** The commitment to keep a copy: made, changed, or released after a question. */
export const RetentionForm = ({ copy }: { copy: Copy }) => {
  const say = useSay();
  const retain = useRetain(copy);
  const { retention } = copy;
  const [program, setProgram] = useState(retention?.program ?? '');
  const [until, setUntil] = useState(retention?.until ?? '');
  const [isReleasing, setReleasing] = useState(false);
  const send = (): void =>
    retain.mutate(
      { program: program.trim(), ...(until && { until }) },
      { onSuccess: () => toast(say('copy-room.committed')) },
    );
  const release = (): void =>
    retain.mutate(null, {
      onSuccess: () => {
        toast(say('copy-room.released'));
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
      <p className="quiet">{say('copy-room.commit-meaning')}</p>
      <div className="changes-fields">
        <TextInput
          size="sm"
          label={say('copy-room.program')}
          value={program}
          maxLength={100}
          onChange={({ currentTarget: { value } }) => setProgram(value)}
        />
        <TextInput
          size="sm"
          type="date"
          label={say('copy-room.until')}
          description={say('copy-room.until-meaning')}
          value={until}
          onChange={({ currentTarget: { value } }) => setUntil(value)}
        />
      </div>
      {isReleasing ? (
        <Question
          yes={say('copy-room.release')}
          isPending={retain.isPending}
          go={release}
          away={() => setReleasing(false)}
        >
          <p>{say('copy-room.release-sure')}</p>
        </Question>
      ) : (
        <p className="row">
          <Button type="submit" size="sm" disabled={program.trim() === ''} loading={retain.isPending}>
            {say(retention ? 'copy-room.change' : 'copy-room.commit')}
          </Button>
          {retention && (
            <Button size="sm" variant="default" onClick={() => setReleasing(true)}>
              {say('copy-room.release')}
            </Button>
          )}
        </p>
      )}
      {retain.error && <FailedNotice thrown={retain.error} />}
    </form>
  );
};

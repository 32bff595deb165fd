import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FailedNotice } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { useSay } from '../../words/words.tsx';
import { useDecide, type What, type Wish } from './union.ts';

type Form = {
  recordId: string;
  /** What the button says; and what is said once it is done. */
  act: string;
  done: string;
  /** What is decided, but for the reason; undefined as long as that is not said. */
  what: What | undefined;
  away?: (() => void) | undefined;
  children?: ReactNode;
};

/** A decision with the reason that is kept with it for good. */
export const ReasonForm = ({ recordId, act, done, what, away, children }: Form) => {
  const say = useSay();
  const decide = useDecide(recordId);
  const [reason, setReason] = useState('');
  const submit = (): void => {
    if (!what) return;
    const wish: Wish = { ...what, reason: reason.trim() };
    decide.mutate(wish, {
      onSuccess: () => {
        setReason('');
        toast(done);
        away?.();
      },
    });
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {children}
      <TextInput
        label={say('union.reason')}
        description={say('union.reason-meaning')}
        value={reason}
        maxLength={500}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <p className="row">
        <Button type="submit" disabled={!what || reason.trim().length < 3} loading={decide.isPending}>
          {act}
        </Button>
        {away && (
          <Button variant="default" onClick={away}>
            {say('do.not-now')}
          </Button>
        )}
      </p>
      {decide.error && <FailedNotice thrown={decide.error} />}
    </form>
  );
};

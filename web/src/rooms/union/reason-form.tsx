import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ReasonField, saysWhy } from '../../parts/reason-field.tsx';
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
      <ReasonField meaning={say('union.reason-meaning')} reason={reason} change={setReason} />
      <p className="row">
        <Button type="submit" disabled={!what || !saysWhy(reason)} loading={decide.isPending}>
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

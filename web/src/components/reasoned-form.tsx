import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslate } from '../i18n/translate.ts';
import { ReasonField, saysWhy } from './reason-field.tsx';
import { FailedNotice } from './states.tsx';

type Given = {
  /** The label of the button, and who can read the reason. */
  act: string;
  meaning: string;
  /** False while required input is missing. */
  isComplete?: boolean;
  doing: { isPending: boolean; error: Error | null };
  /** Submits the form; `done` clears the reason. */
  send: (reason: string, done: () => void) => void;
  /** Cancels the form; absent where the form is always shown. */
  away?: (() => void) | undefined;
  children?: ReactNode;
};

/** A form for a cataloguer's action, with a reason that is stored permanently. */
export const ReasonedForm = ({ act, meaning, isComplete = true, doing, send, away, children }: Given) => {
  const t = useTranslate();
  const [reason, setReason] = useState('');
  const isWhole = isComplete && saysWhy(reason);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) send(reason.trim(), () => setReason(''));
      }}
    >
      {children}
      <ReasonField meaning={meaning} reason={reason} change={setReason} />
      <p className="row">
        <Button type="submit" disabled={!isWhole} loading={doing.isPending}>
          {act}
        </Button>
        {away && (
          <Button variant="default" onClick={away}>
            {t('do.not-now')}
          </Button>
        )}
      </p>
      {doing.error && <FailedNotice thrown={doing.error} />}
    </form>
  );
};

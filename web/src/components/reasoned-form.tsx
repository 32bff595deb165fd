import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslate } from '../i18n/translate.ts';
import { ReasonField, saysWhy } from './reason-field.tsx';
import { FailedNotice } from './states.tsx';

type Given = {
  /** What the button says, and who will read the reason. */
  act: string;
  meaning: string;
  /** False as long as what is to be done is not said. */
  isComplete?: boolean;
  doing: { isPending: boolean; error: Error | null };
  /** Does it; `done` empties the reason. */
  send: (reason: string, done: () => void) => void;
  /** Not now: none where the form stands by itself. */
  away?: (() => void) | undefined;
  children?: ReactNode;
};

/** What a cataloguer does, with the reason that is kept with it for good. */
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

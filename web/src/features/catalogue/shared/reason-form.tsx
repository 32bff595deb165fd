import type { ReactNode } from 'react';
import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useDecide, type What } from './source-records.ts';

type Form = {
  recordId: string;
  /** The label of the button, and the message after the action. */
  act: string;
  done: string;
  /** The decision without its reason; undefined while incomplete. */
  what: What | undefined;
  away?: (() => void) | undefined;
  children?: ReactNode;
};

/** The form for a decision with a reason that is stored permanently. */
export const ReasonForm = ({ recordId, act, done, what, away, children }: Form) => {
  const t = useTranslate();
  const decide = useDecide(recordId);
  const send = (reason: string, empty: () => void): void => {
    if (!what) return;
    decide.mutate(
      { ...what, reason },
      {
        onSuccess: () => {
          empty();
          toast(done);
          away?.();
        },
      },
    );
  };
  return (
    <ReasonedForm
      act={act}
      meaning={t('union.reason-meaning')}
      isComplete={what !== undefined}
      doing={decide}
      send={send}
      away={away}
    >
      {children}
    </ReasonedForm>
  );
};

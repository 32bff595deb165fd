import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import type { Action } from './requests.ts';
import { stepFields } from './step-fields.tsx';
import type { Said } from './use-steps.ts';

type Form = {
  action: Action;
  /** What is known already and may be changed: the citation as it stands. */
  known?: Said;
  isPending: boolean;
  onSend: (said: Said) => void;
  onClose: () => void;
};

/** What a step is told before it is taken, or the question whether it is meant. */
export const StepForm = ({ action, known = {}, isPending, onSend, onClose }: Form) => {
  const say = useSay();
  const sayOf = useSayOf();
  const [said, setSaid] = useState<Said>(known);
  const tell = (more: Said): void => setSaid((before) => ({ ...before, ...more }));
  const label = sayOf('step', action.trigger, action.label);
  const form = useRef<HTMLFormElement>(null);
  // The button that opened it is gone: what is to be filled in first takes the focus.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, button')?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSend(said);
  };
  return (
    <form ref={form} className="step-form" aria-label={label} onSubmit={submit}>
      {action.ends && !action.usual && <p>{say('loans.ends')}</p>}
      {(action.fields ?? []).map((field) => {
        const Drawn = stepFields[field.field];
        return <Drawn key={field.field} field={field} said={said} tell={tell} />;
      })}
      <p className="row">
        <Button size="sm" type="submit" loading={isPending}>
          {label}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {say('do.not-now')}
        </Button>
      </p>
    </form>
  );
};

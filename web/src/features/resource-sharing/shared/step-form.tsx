import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Action } from './requests.ts';
import { stepFields } from './step-fields.tsx';
import type { StepInput } from './use-steps.ts';

type Form = {
  action: Action;
  /** Known values that may be changed: the current citation. */
  known?: StepInput;
  isPending: boolean;
  onSend: (input: StepInput) => void;
  onClose: () => void;
};

/** The form of a step, or its confirmation. */
export const StepForm = ({ action, known = {}, isPending, onSend, onClose }: Form) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const [input, setInput] = useState<StepInput>(known);
  const change = (more: StepInput): void => setInput((before) => ({ ...before, ...more }));
  const label = textOf('step', action.trigger, action.label);
  const form = useRef<HTMLFormElement>(null);
  // The button that opened the form is gone, so the first input gets the focus.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, button')?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSend(input);
  };
  return (
    <form ref={form} className="step-form" aria-label={label} onSubmit={submit}>
      {action.ends && !action.usual && <p>{t('loans.ends')}</p>}
      {(action.fields ?? []).map((field) => {
        const Drawn = stepFields[field.field];
        return <Drawn key={field.field} field={field} input={input} change={change} />;
      })}
      <p className="row">
        <Button size="sm" type="submit" loading={isPending}>
          {label}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('do.not-now')}
        </Button>
      </p>
    </form>
  );
};

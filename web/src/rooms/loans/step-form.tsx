import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSay, useSayOf } from '../../words/words.tsx';
import type { Action, Field } from './loans.ts';
import type { Said } from './use-steps.ts';

type Told = { field: Field; said: Said; tell: (more: Said) => void };

const Reason = ({ field: { options = [] }, said, tell }: Told) => {
  const say = useSay();
  const sayOf = useSayOf();
  return (
    <NativeSelect
      size="sm"
      label={say('loans.reason')}
      value={said.reason ?? ''}
      required
      data={[
        { value: '', label: say('loans.choose-reason') },
        ...options.map((value) => ({ value, label: sayOf('code', value) })),
      ]}
      onChange={({ currentTarget }) => tell({ reason: currentTarget.value })}
    />
  );
};

const Copy = ({ said, tell }: Told) => {
  const say = useSay();
  return (
    <TextInput
      size="sm"
      label={say('loans.barcode')}
      description={say('loans.barcode-hint')}
      maxLength={40}
      value={said.barcode ?? ''}
      onChange={({ currentTarget }) => tell({ barcode: currentTarget.value.trim() })}
    />
  );
};

/** A day as its last second where one works: lent until the end of it. */
export const endOfDay = (day: string): string => new Date(`${day}T23:59:59`).toISOString();

const Due = ({ field: { must }, tell }: Told) => {
  const say = useSay();
  return (
    <TextInput
      size="sm"
      type="date"
      label={say('loans.until')}
      {...(!must && { description: say('loans.until-hint') })}
      required={must}
      onChange={({ currentTarget: { value } }) => tell({ due: value && endOfDay(value) })}
    />
  );
};

/** What a field of a step's form is drawn with; the larger ones are of the room of one request. */
const fields: { [F in Field['field']]?: typeof Reason } = { reason: Reason, copy: Copy, due: Due };

const filled = (said: Said): Said => Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''));

type Form = { action: Action; isPending: boolean; onSend: (said: Said) => void; onClose: () => void };

/** What a step is told before it is taken, or the question whether it is meant. */
export const StepForm = ({ action, isPending, onSend, onClose }: Form) => {
  const say = useSay();
  const sayOf = useSayOf();
  const [said, setSaid] = useState<Said>({});
  const tell = (more: Said): void => setSaid((before) => ({ ...before, ...more }));
  const label = sayOf('step', action.trigger, action.label);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSend(filled(said));
  };
  return (
    <form className="step-form" aria-label={label} onSubmit={submit}>
      {action.ends && !action.usual && <p>{say('loans.ends')}</p>}
      {(action.fields ?? []).map((field) => {
        const Drawn = fields[field.field];
        return Drawn && <Drawn key={field.field} field={field} said={said} tell={tell} />;
      })}
      <p className="row">
        <Button size="sm" type="submit" loading={isPending} autoFocus={!action.fields}>
          {label}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {say('do.not-now')}
        </Button>
      </p>
    </form>
  );
};

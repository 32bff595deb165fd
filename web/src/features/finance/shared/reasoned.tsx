import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';

const MOST = 500;

type Step = { name: string; label: string; why: string; isPending: boolean; go: (reason: string) => void };

/** A button for a step that needs a reason; it expands to the input. */
export const Reasoned = ({ name, label, why, isPending, go }: Step) => {
  const t = useTranslate();
  const [isAsked, setIsAsked] = useState(false);
  const [text, setText] = useState('');
  const reason = text.trim();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason !== '') go(reason);
  };
  if (!isAsked)
    return (
      <p>
        <Button size="sm" variant="default" aria-label={name} onClick={() => setIsAsked(true)}>
          {label}
        </Button>
      </p>
    );
  return (
    <form className="reasoned" aria-label={name} onSubmit={submit}>
      <TextInput
        size="sm"
        autoFocus
        label={why}
        maxLength={MOST}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <p className="row">
        <Button type="submit" size="sm" disabled={reason === ''} loading={isPending}>
          {label}
        </Button>
        <Button size="sm" variant="default" onClick={() => setIsAsked(false)}>
          {t('do.not-now')}
        </Button>
      </p>
    </form>
  );
};

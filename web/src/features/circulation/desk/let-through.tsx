import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslate } from '../../../i18n/translate.ts';

/** A supervisor's override of a refusal, with a reason that is stored. */
export const LetThrough = ({ letThrough }: { letThrough: (comment: string) => void }) => {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const [comment, setComment] = useState('');
  if (!isOpen) {
    return (
      <button type="button" className="text-button" onClick={() => setIsOpen(true)}>
        {t('desk.let-through')}
      </button>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (comment.trim().length >= 3) letThrough(comment.trim());
  };
  return (
    <form className="row let-through" onSubmit={submit}>
      <TextInput
        size="sm"
        autoFocus
        aria-label={t('desk.let-through-why')}
        placeholder={t('desk.let-through-why')}
        minLength={3}
        maxLength={500}
        required
        value={comment}
        onChange={({ currentTarget }) => setComment(currentTarget.value)}
      />
      <Button size="sm" type="submit">
        {t('desk.let-through-now')}
      </Button>
    </form>
  );
};

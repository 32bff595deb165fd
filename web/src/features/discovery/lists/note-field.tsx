import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { saveTitle, useListsAnew } from '../shared/use-lists.ts';

const LONGEST = 500;

type Noted = { listId: string; recordId: string; note?: string | undefined };

/** A patron's note on a title; clearing the text deletes the note. */
export const NoteField = ({ listId, recordId, note = '', done }: Noted & { done: () => void }) => {
  const t = useTranslate();
  const anew = useListsAnew();
  const [text, setText] = useState(note);
  const keep = useMutation({
    mutationFn: () => saveTitle({ listId, recordId }, text.trim()),
    onSuccess: async () => {
      toast(t('list.note-kept'));
      await anew();
      done();
    },
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate();
      }}
    >
      <Textarea
        autoFocus
        autosize
        label={t('list.note-label')}
        value={text}
        maxLength={LONGEST}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div>
        <Button type="submit" size="sm" loading={keep.isPending}>
          {t('lists.keep')}
        </Button>
      </div>
      {keep.error && <FailedNotice thrown={keep.error} />}
    </form>
  );
};

import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import { useKey } from '../../../api/use-key.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

type Props = { branchId: string; courseId: string; close: () => void };
const empty = { barcode: '', sourceId: '', callNumber: '', location: 'reserve', category: 'short-loan', note: '' };
const needed = ['barcode', 'sourceId', 'location', 'category'] as const;

/** A dialog that takes an instructor's own copy on reserve: an item until its last course ends. */
export const PersonalCopy = ({ branchId, courseId, close }: Props) => {
  const t = useTranslate();
  const client = useQueryClient();
  const key = useKey();
  const [fields, setFields] = useState(empty);
  const add = useMutation({
    mutationFn: () => {
      const { note, ...rest } = fields;
      const body = { branchId, ...rest, ...(note.trim() !== '' && { note: note.trim() }) };
      const params = { path: { courseId } };
      return take(
        api.POST('/v1/teaching/courses/{courseId}/personal-copies', { params, body, ...keyed(key.keyFor(body)) }),
      );
    },
    onSettled: (_, thrown) => key.settle(thrown ?? undefined),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['course', courseId] });
      close();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Dialog title={t('reserve.personal')} close={close}>
      <form className="stack" onSubmit={submit}>
        <p className="quiet">{t('reserve.personal-meaning')}</p>
        {(['barcode', 'sourceId', 'callNumber', 'location', 'category', 'note'] as const).map((name) => (
          <TextInput
            key={name}
            label={t(`reserve.personal-${name}`)}
            description={name === 'sourceId' ? t('reserve.personal-source-meaning') : undefined}
            required={needed.some((one) => one === name)}
            maxLength={200}
            value={fields[name]}
            onChange={({ currentTarget: { value } }) => setFields({ ...fields, [name]: value })}
          />
        ))}
        {add.error && <FailedNotice thrown={add.error} />}
        <p className="row">
          <Button type="submit" loading={add.isPending} disabled={needed.some((name) => fields[name].trim() === '')}>
            {t('reserve.personal-add')}
          </Button>
        </p>
      </form>
    </Dialog>
  );
};

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import { memberOf, useDirectory } from '../../../api/directory.ts';
import { asProblem } from '../../../api/problem.ts';
import { useKey } from '../../../api/use-key.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

type Typed = { title: string; author: string; category: string; location: string };

/** Makes the item with its brief record. One that exists by now, as after a lost answer, is lent as well. */
const useFastAdd = (branchId: string, barcode: string, done: () => void) => {
  const key = useKey();
  return useMutation({
    mutationFn: ({ title, author, category, location }: Typed) => {
      const body = { barcode, title, category, location, ...(author !== '' && { author }) };
      const params = { path: { branchId } };
      return take(
        api.POST('/v1/catalogue/branches/{branchId}/fast-items', { params, body, ...keyed(key.keyFor(body)) }),
      );
    },
    onSettled: (_, thrown) => key.settle(thrown),
    onSuccess: done,
    onError: (thrown) => asProblem(thrown).code === 'barcode-taken' && done(),
  });
};

type Choice = { code: string; name: string };
const asData = (choices: readonly Choice[]) => choices.map(({ code, name }) => ({ value: code, label: name }));

/** The form by which a desk lends an item without a record: its title, and what the loan rules ask for. */
export const FastAdd = ({ branchId, barcode, done }: { branchId: string; barcode: string; done: () => void }) => {
  const t = useTranslate();
  const { members } = useDirectory();
  const names = members.find(({ memberId }) => memberId === memberOf(branchId))?.names;
  const types = names?.itemTypes ?? [];
  const locations = names?.locations ?? [];
  const [typed, setTyped] = useState({ title: '', author: '', location: '' });
  const [type, setType] = useState<string>();
  const { mutate, isPending, error } = useFastAdd(branchId, barcode, done);
  const put = (more: Partial<typeof typed>): void => setTyped({ ...typed, ...more });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const title = typed.title.trim();
    const category = type ?? types[0]?.code ?? 'general';
    if (title !== '') mutate({ title, author: typed.author.trim(), location: typed.location, category });
  };
  return (
    <form className="stack" aria-label={t('fast-add.title')} onSubmit={submit}>
      <p className="quiet">{t('fast-add.meaning')}</p>
      <div className="row">
        <TextInput
          size="sm"
          autoFocus
          required
          label={t('fast-add.name')}
          maxLength={300}
          value={typed.title}
          onChange={({ currentTarget: { value } }) => put({ title: value })}
        />
        <TextInput
          size="sm"
          label={t('fast-add.author')}
          maxLength={200}
          value={typed.author}
          onChange={({ currentTarget: { value } }) => put({ author: value })}
        />
        {types.length > 0 && (
          <NativeSelect
            size="sm"
            label={t('fast-add.type')}
            data={asData(types)}
            value={type ?? types[0]?.code ?? ''}
            onChange={({ currentTarget: { value } }) => setType(value)}
          />
        )}
        {locations.length > 0 && (
          <NativeSelect
            size="sm"
            label={t('fast-add.location')}
            data={[{ value: '', label: t('fast-add.no-location') }, ...asData(locations)]}
            value={typed.location}
            onChange={({ currentTarget: { value } }) => put({ location: value })}
          />
        )}
      </div>
      {error && asProblem(error).code !== 'barcode-taken' && <FailedNotice thrown={error} />}
      <p>
        <Button size="sm" type="submit" loading={isPending}>
          {t('fast-add.make')}
        </Button>
      </p>
    </form>
  );
};

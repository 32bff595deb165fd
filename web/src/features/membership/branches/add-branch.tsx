import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import { type Branch, memberOf } from '../../../api/directory.ts';
import { useKey } from '../../../api/use-key.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

const useCreateBranch = (done: (branchId: string) => void) => {
  const client = useQueryClient();
  const { keyFor, settle } = useKey();
  return useMutation({
    mutationFn: (body: Branch) =>
      take(
        api.POST('/v1/membership/members/{memberId}/branches', {
          ...{ params: { path: { memberId: memberOf(body.branchId) } }, body },
          ...keyed(keyFor(body)),
        }),
      ),
    onSettled: (_, thrown) => settle(thrown),
    onSuccess: async ({ branchId }) => {
      await client.invalidateQueries({ queryKey: ['directory'] });
      done(branchId);
    },
  });
};

/** Opens another branch of a library, with the hours of an existing one to begin with. Its code cannot be changed later. */
export const AddBranch = ({ branches, added }: { branches: readonly Branch[]; added: (branchId: string) => void }) => {
  const t = useTranslate();
  const [like, setLike] = useState(branches[0]?.branchId ?? '');
  const [fields, setFields] = useState({ code: '', name: '', address: '' });
  const create = useCreateBranch((branchId) => {
    toast(t('branches.added'));
    setFields({ code: '', name: '', address: '' });
    added(branchId);
  });
  const model = branches.find(({ branchId }) => branchId === like);
  const isWhole =
    /^[a-z][a-z0-9-]{0,30}$/.test(fields.code) && fields.name.trim() !== '' && fields.address.trim() !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!model || !isWhole) return;
    const { code, name, address } = fields;
    const branchId = `${memberOf(model.branchId)}.${code}`;
    create.mutate({ branchId, name: name.trim(), address: address.trim(), pickup: true, calendar: model.calendar });
  };
  const field = (name: 'code' | 'name' | 'address') => (
    <TextInput
      label={t(`branches.${name}`)}
      required
      maxLength={name === 'address' ? 500 : 200}
      value={fields[name]}
      onChange={({ currentTarget }) => setFields({ ...fields, [name]: currentTarget.value })}
    />
  );
  return (
    <form className="stack" onSubmit={submit}>
      <NativeSelect
        label={t('branches.like')}
        description={t('branches.like-meaning')}
        value={like}
        data={branches.map(({ branchId, name }) => ({ value: branchId, label: name }))}
        onChange={({ currentTarget }) => setLike(currentTarget.value)}
      />
      {field('code')}
      {field('name')}
      {field('address')}
      {create.error && <FailedNotice thrown={create.error} />}
      <p className="row">
        <Button type="submit" variant="default" disabled={!isWhole} loading={create.isPending}>
          {t('branches.open')}
        </Button>
      </p>
    </form>
  );
};

import rules from 'virtual:form/membership-create-branch';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, keyed, take } from '../../../api/client.ts';
import { type Branch, memberOf } from '../../../api/directory.ts';
import { useKey } from '../../../api/use-key.ts';
import { useOperationForm } from '../../../components/form/use-operation-form.ts';
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

const initial = { code: '', name: '', address: '' };
/** The code is the second half of the id, so it has no rule of its own. */
const ruled = { ...rules, code: { required: true as const, max: 31, pattern: '^[a-z][a-z0-9-]*$' } };

/** Opens another branch of a library, with the hours of an existing one to begin with. Its code cannot be changed later. */
export const AddBranch = ({ branches, added }: { branches: readonly Branch[]; added: (branchId: string) => void }) => {
  const t = useTranslate();
  const [like, setLike] = useState(branches[0]?.branchId ?? '');
  const { text, submit, failed, refused, reset } = useOperationForm({ rules: ruled, initial });
  const create = useCreateBranch((branchId) => {
    toast(t('branches.added'));
    reset();
    added(branchId);
  });
  const model = branches.find(({ branchId }) => branchId === like);
  const send = submit(({ code, name = '', address = '' }) => {
    if (!model) return;
    const branchId = `${memberOf(model.branchId)}.${code}`;
    create.mutate({ branchId, name, address, pickup: true, calendar: model.calendar }, { onError: refused });
  });
  return (
    <form className="stack" noValidate onSubmit={send}>
      <NativeSelect
        label={t('branches.like')}
        description={t('branches.like-meaning')}
        value={like}
        data={branches.map(({ branchId, name }) => ({ value: branchId, label: name }))}
        onChange={({ currentTarget }) => setLike(currentTarget.value)}
      />
      {(['code', 'name', 'address'] as const).map((name) => (
        <TextInput {...text(name)} key={name} label={t(`branches.${name}`)} />
      ))}
      {failed && <FailedNotice thrown={failed} />}
      <p className="row">
        <Button type="submit" variant="default" loading={create.isPending}>
          {t('branches.open')}
        </Button>
      </p>
    </form>
  );
};

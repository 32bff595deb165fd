import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { memberOf, useDirectory } from '../../../api/directory.ts';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useCreateMachine } from './use-machines.ts';

const scopes = ['self-check', 'patron-feed', 'loan-requests'] as const;

/** Creates a machine client; its secret is shown once. */
export const AddMachine = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { branches } = useDirectory();
  const [name, setName] = useState('');
  const [branchId, setBranch] = useState('');
  const [scope, setScope] = useState<string>(scopes[0]);
  const create = useCreateMachine(memberId);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { name: name.trim(), memberId, scopes: [scope], ...(branchId !== '' && { branchId }) };
    create.mutate(body, { onSuccess: () => setName('') });
  };
  return (
    <Panel title={t('machines.add')}>
      <form className="stack" onSubmit={submit}>
        <TextInput
          required
          label={t('machines.name')}
          description={t('machines.name-meaning')}
          maxLength={200}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <NativeSelect
          label={t('machines.scopes')}
          value={scope}
          data={scopes.map((value) => ({ value, label: t(`machine-scope.${value}`) }))}
          onChange={({ currentTarget }) => setScope(currentTarget.value)}
        />
        <NativeSelect
          label={t('machines.branch')}
          value={branchId}
          data={[
            { value: '', label: t('machines.all-branches') },
            ...branches
              .filter((branch) => memberOf(branch.branchId) === memberId)
              .map((branch) => ({ value: branch.branchId, label: branch.name })),
          ]}
          onChange={({ currentTarget }) => setBranch(currentTarget.value)}
        />
        {create.error && <FailedNotice thrown={create.error} />}
        <p className="row">
          <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
            {t('machines.create')}
          </Button>
        </p>
        {create.data && (
          <div className="notice notice-good" role="status">
            <div>
              <p className="notice-title">{t('machines.secret')}</p>
              <p className="barcode">{create.data.clientId}</p>
              <p className="barcode">{create.data.clientSecret}</p>
            </div>
          </div>
        )}
      </form>
    </Panel>
  );
};

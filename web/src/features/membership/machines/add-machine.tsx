import rules from 'virtual:form/membership-create-machine-client';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { memberOf, useDirectory } from '../../../api/directory.ts';
import { useOperationForm } from '../../../components/form/use-operation-form.ts';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useCreateMachine } from './use-machines.ts';

const scopes = ['self-check', 'self-check-counts', 'patron-feed', 'loan-requests'] as const;
/** The scopes of a choice that stands for more than one. */
const scopesOf = (chosen: string): string[] =>
  chosen === 'self-check-counts' ? ['self-check', 'card-counts'] : [chosen];
const initial = { name: '', branchId: '', scope: scopes[0] as string };

/** Creates a machine client; its secret is shown once. */
export const AddMachine = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { branches } = useDirectory();
  const { form, text, submit, failed, refused } = useOperationForm({ rules, initial });
  const create = useCreateMachine(memberId);
  const send = submit(({ name = '', branchId, scope = scopes[0] }) =>
    create.mutate(
      { name, memberId, scopes: scopesOf(scope), ...(branchId !== undefined && { branchId }) },
      { onSuccess: () => form.setFieldValue('name', ''), onError: refused },
    ),
  );
  return (
    <Panel title={t('machines.add')}>
      <form className="stack" noValidate onSubmit={send}>
        <TextInput label={t('machines.name')} description={t('machines.name-meaning')} {...text('name')} />
        <NativeSelect
          label={t('machines.scopes')}
          data={scopes.map((value) => ({ value, label: t(`machine-scope.${value}`) }))}
          {...text('scope')}
        />
        <NativeSelect
          label={t('machines.branch')}
          data={[
            { value: '', label: t('machines.all-branches') },
            ...branches
              .filter((branch) => memberOf(branch.branchId) === memberId)
              .map((branch) => ({ value: branch.branchId, label: branch.name })),
          ]}
          {...text('branchId')}
        />
        {failed && <FailedNotice thrown={failed} />}
        <p className="row">
          <Button type="submit" loading={create.isPending}>
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

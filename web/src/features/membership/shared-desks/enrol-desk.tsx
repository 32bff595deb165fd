import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useDeskMark } from '../../../api/desk-mark.ts';
import { memberOf, useDirectory } from '../../../api/directory.ts';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useEnrolDesk } from './use-desks.ts';

const minutes = [1, 2, 5, 10, 15, 30, 60];

/** Enrols this browser as a shared desk of a branch, or says which desk it is. */
export const EnrolDesk = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { branches } = useDirectory();
  const own = branches.filter((branch) => memberOf(branch.branchId) === memberId);
  const [name, setName] = useState('');
  const [chosen, setBranch] = useState('');
  const [lockMinutes, setMinutes] = useState(5);
  const enrol = useEnrolDesk(memberId);
  const branchId = chosen || own[0]?.branchId || '';
  const here = useDeskMark();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    enrol.mutate({ name: name.trim(), branchId, lockMinutes });
  };
  return (
    <Panel title={t('shared-desks.this-device')}>
      {here ? (
        <p role="status">{t('shared-desks.is-desk', { name: here.name, minutes: here.lockMinutes })}</p>
      ) : (
        <form className="stack" onSubmit={submit}>
          <p className="quiet">{t('shared-desks.enrol-meaning')}</p>
          <TextInput
            required
            label={t('shared-desks.name')}
            description={t('shared-desks.name-meaning')}
            maxLength={100}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <NativeSelect
            label={t('shared-desks.branch')}
            value={branchId}
            data={own.map((branch) => ({ value: branch.branchId, label: branch.name }))}
            onChange={({ currentTarget }) => setBranch(currentTarget.value)}
          />
          <NativeSelect
            label={t('shared-desks.lock')}
            value={String(lockMinutes)}
            data={minutes.map((count) => ({ value: String(count), label: t('shared-desks.minutes', { count }) }))}
            onChange={({ currentTarget }) => setMinutes(Number(currentTarget.value))}
          />
          {enrol.error && <FailedNotice thrown={enrol.error} />}
          <p className="row">
            <Button type="submit" loading={enrol.isPending} disabled={name.trim() === '' || branchId === ''}>
              {t('shared-desks.enrol')}
            </Button>
          </p>
        </form>
      )}
    </Panel>
  );
};

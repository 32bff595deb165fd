import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Department, type EditedDepartment, useSetDepartment } from './use-departments.ts';

type Props = { branchId: string; department: Department | undefined; close: () => void };

/** A dialog for a department. Its code stays; charges of before keep their cost centre. */
export const DepartmentForm = ({ branchId, department, close }: Props) => {
  const t = useTranslate();
  const [fields, setFields] = useState<EditedDepartment>(
    department ?? { code: '', name: '', costCentre: '', closed: false },
  );
  const set = useSetDepartment(branchId);
  return (
    <Dialog title={t(department ? 'department.edit' : 'department.new')} close={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate(fields, { onSuccess: close });
        }}
      >
        {(['name', 'code', 'costCentre'] as const).map((name) => (
          <TextInput
            key={name}
            label={t(name === 'costCentre' ? 'department.cost-centre' : `department.${name}`)}
            required
            readOnly={name === 'code' && department !== undefined}
            description={name === 'code' ? t('department.code-meaning') : undefined}
            value={fields[name]}
            onChange={({ currentTarget: { value } }) => setFields({ ...fields, [name]: value })}
          />
        ))}
        <Checkbox
          label={t('department.is-closed')}
          checked={fields.closed}
          onChange={({ currentTarget: { checked } }) => setFields({ ...fields, closed: checked })}
        />
        {set.error && <FailedNotice thrown={set.error} />}
        <div className="row">
          <Button type="submit" loading={set.isPending}>
            {t('do.save')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('do.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

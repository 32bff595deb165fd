import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { BranchPage } from '../../circulation/shared/branch-page.tsx';
import { type Department, useDepartments } from './use-departments.ts';

const DepartmentForm = lazyComponent(() => import('./department-form.tsx'), 'DepartmentForm');
const roles = ['member-admin'];

const Departments = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const { data, error, refetch } = useDepartments(branchId);
  const [edited, setEdited] = useState<Department | 'new'>();
  const columns: Column<Department>[] = [
    { key: 'name', head: t('department.name'), sort: ({ name }) => name, cell: ({ name }) => name },
    { key: 'code', head: t('department.code'), sort: ({ code }) => code, cell: ({ code }) => code },
    {
      ...{ key: 'centre', head: t('department.cost-centre'), sort: ({ costCentre }: Department) => costCentre },
      cell: ({ costCentre }) => costCentre,
    },
    {
      ...{ key: 'state', head: t('department.state'), sort: ({ closed }: Department) => Number(closed) },
      cell: ({ closed }) => closed && <Badge tone="none">{t('department.closed')}</Badge>,
      text: ({ closed }) => (closed ? t('department.closed') : ''),
    },
    {
      ...{ key: 'act', head: t('department.change') },
      cell: (department) => (
        <Button
          size="xs"
          variant="default"
          aria-label={t('department.edit-one', { name: department.name })}
          onClick={() => setEdited(department)}
        >
          {t('department.edit')}
        </Button>
      ),
    },
  ];
  return (
    <Panel
      title={t('department.departments')}
      count={data?.departments.length}
      flush
      action={
        <Button size="xs" onClick={() => setEdited('new')}>
          {t('department.new')}
        </Button>
      }
    >
      {error ? (
        <FailedNotice thrown={error} again={() => void refetch()} />
      ) : (
        <DataTable
          name={t('department.departments')}
          columns={columns}
          rows={data?.departments}
          rowKey={({ code }) => code}
          order={{ key: 'name', down: false }}
          empty={t('department.none')}
          file="departments"
        />
      )}
      {edited && (
        <Suspense>
          <DepartmentForm
            branchId={branchId}
            department={edited === 'new' ? undefined : edited}
            close={() => setEdited(undefined)}
          />
        </Suspense>
      )}
    </Panel>
  );
};

/** The departments of a library: patrons belong to them, and their charges go to their cost centres. */
export const DepartmentsPage = () => {
  const t = useTranslate();
  return (
    <BranchPage
      title={t('department.departments')}
      meaning={t('department.meaning')}
      back="/departments"
      roles={roles}
      isWide
    >
      {(branchId) => <Departments key={branchId} branchId={branchId} />}
    </BranchPage>
  );
};

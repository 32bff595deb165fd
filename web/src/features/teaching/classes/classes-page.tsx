import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Panel } from '../../../components/panel.tsx';
import { Empty, FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { BranchPage } from '../../circulation/shared/branch-page.tsx';
import { type SchoolClass, useClasses } from './use-classes.ts';

// A single one is loaded with the list: each further file would be named in the first load of every page.
export { ClassPage } from './class-page.tsx';

const LoadRoster = lazyComponent(() => import('./load-roster.tsx'), 'LoadRoster');

const ClassList = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [isLoading, setIsLoading] = useState(false);
  const { data, error, refetch } = useClasses(branchId);
  const columns: Column<SchoolClass>[] = [
    {
      ...{ key: 'class', head: t('class.class'), sort: ({ classId }: SchoolClass) => classId },
      cell: ({ classId }) => (
        <Link to="/classes/$classId" params={{ classId }}>
          {classId}
        </Link>
      ),
    },
    { key: 'grade', head: t('class.grade'), sort: ({ grade }) => grade, cell: ({ grade }) => grade },
    {
      ...{
        key: 'teachers',
        head: t('class.teachers'),
        align: 'end',
        sort: ({ teachers }: SchoolClass) => teachers.length,
      },
      cell: ({ teachers }) => teachers.length,
    },
  ];
  return (
    <Panel
      title={t('class.classes')}
      count={data?.classes.length}
      flush
      action={
        <Button size="xs" onClick={() => setIsLoading(true)}>
          {t('class.load-roster')}
        </Button>
      }
    >
      {error ? (
        <FailedNotice thrown={error} again={() => void refetch()} />
      ) : (
        <DataTable
          name={t('class.classes')}
          columns={columns}
          rows={data?.classes}
          rowKey={({ classId }) => classId}
          order={{ key: 'class', down: false }}
          open={({ classId }) => void navigate({ to: '/classes/$classId', params: { classId } })}
          empty={
            <Empty title={t('class.none')}>
              <p className="quiet">{t('class.none-hint')}</p>
            </Empty>
          }
          file={`classes-${branchId}`}
        />
      )}
      {isLoading && (
        <Suspense>
          <LoadRoster
            branchId={branchId}
            close={() => {
              setIsLoading(false);
              void refetch();
            }}
          />
        </Suspense>
      )}
    </Panel>
  );
};

/** The classes of a school: their pupils, loans and teachers, and the class lists of the school's register. */
export const ClassesPage = () => {
  const t = useTranslate();
  return (
    <BranchPage title={t('class.classes')} meaning={t('class.meaning')} back="/classes" isPaper isWide>
      {(branchId) => <ClassList key={branchId} branchId={branchId} />}
    </BranchPage>
  );
};

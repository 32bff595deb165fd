import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Staff, useStaff } from './staff.ts';
import { placeOf } from './staff-roles.ts';

const PassDialog = lazyComponent(() => import('../shared-desks/pass-dialog.tsx'), 'PassDialog');
const RolesDialog = lazyComponent(() => import('./roles-dialog.tsx'), 'RolesDialog');

/** The staff of a library: the roles of each, and for who may change them their roles and codes. */
export const StaffTable = ({ memberId, mayChange }: { memberId: string; mayChange: boolean }) => {
  const t = useTranslate();
  const { data, isPending, error, hasNextPage, fetchNextPage } = useStaff(memberId);
  const textOf = useTextOf();
  const [opened, setOpened] = useState<string>();
  const [passOf, setPassOf] = useState<string>();
  if (error) return <FailedNotice thrown={error} />;
  if (isPending) return <Waiting rows={3} />;
  const people = data.pages.flatMap(({ staff }) => staff);
  const person = people.find(({ staffId }) => staffId === opened);
  const passed = people.find(({ staffId }) => staffId === passOf);
  return (
    <Panel title={t('staff.list')} count={hasNextPage ? undefined : people.length} flush>
      <DataTable
        name={t('staff.list')}
        rows={people}
        rowKey={({ staffId }) => staffId}
        empty={t('staff.nobody')}
        file="staff"
        columns={[
          { key: 'name', head: t('staff.name'), cell: ({ name }) => name, sort: ({ name }) => name },
          { key: 'email', head: t('staff.email'), cell: ({ email }) => email, sort: ({ email }) => email },
          {
            key: 'roles',
            head: t('staff.roles'),
            cell: (person) => (
              <>
                {[...new Set(person.grants.map(({ role }) => textOf('role', role)))].join(', ')}{' '}
                {mayChange && (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('staff.roles-of', { name: person.name })}
                    onClick={() => setOpened(person.staffId)}
                  >
                    {t('staff.change-roles')}
                  </Button>
                )}
              </>
            ),
            text: ({ grants }) => grants.map((grant) => `${grant.role} ${placeOf(grant)}`).join('; '),
          },
          ...(mayChange
            ? [
                {
                  key: 'desk-pass',
                  head: t('staff.desk-pass'),
                  cell: ({ staffId, name }) => (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('staff.desk-pass-of', { name })}
                      onClick={() => setPassOf(staffId)}
                    >
                      {t('staff.change-desk-pass')}
                    </Button>
                  ),
                } satisfies Column<Staff>,
              ]
            : []),
        ]}
      />
      {hasNextPage && (
        <p>
          <Button size="sm" variant="default" onClick={() => fetchNextPage()}>
            {t('staff.more')}
          </Button>
        </p>
      )}
      {person && (
        <Suspense>
          <RolesDialog person={person} close={() => setOpened(undefined)} />
        </Suspense>
      )}
      {passed && (
        <Suspense>
          <PassDialog person={passed} close={() => setPassOf(undefined)} />
        </Suspense>
      )}
    </Panel>
  );
};

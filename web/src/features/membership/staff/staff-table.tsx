import { Button } from '@mantine/core';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useInvite, useStaff } from './staff.ts';

/** The staff of a library, each with a button that sends the invitation again. */
export const StaffTable = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { data, isPending, error, hasNextPage, fetchNextPage } = useStaff(memberId);
  const again = useInvite();
  if (error) return <FailedNotice thrown={error} />;
  if (isPending) return <Waiting rows={3} />;
  const people = data.pages.flatMap(({ staff }) => staff);
  return (
    <Panel title={t('staff.list')} count={hasNextPage ? undefined : people.length} flush>
      <DataTable
        name={t('staff.list')}
        rows={people}
        rowKey={({ staffId }) => staffId}
        empty={t('staff.list')}
        file="staff"
        columns={[
          { key: 'name', head: t('staff.name'), cell: ({ name }) => name, sort: ({ name }) => name },
          { key: 'email', head: t('staff.email'), cell: ({ email }) => email, sort: ({ email }) => email },
          {
            key: 'invitation',
            head: t('staff.invitation'),
            cell: ({ name, email }) => (
              <Button
                size="xs"
                variant="default"
                loading={again.isPending && again.variables.email === email}
                aria-label={t('staff.again-one', { name })}
                onClick={() => again.mutate({ name, email, memberId })}
              >
                {t('staff.again')}
              </Button>
            ),
          },
        ]}
      />
      {hasNextPage && (
        <p>
          <Button size="sm" variant="default" onClick={() => fetchNextPage()}>
            {t('staff.more')}
          </Button>
        </p>
      )}
      <p role="status">{again.isSuccess && t('staff.sent', { email: again.variables.email })}</p>
      {again.error && <FailedNotice thrown={again.error} />}
    </Panel>
  );
};

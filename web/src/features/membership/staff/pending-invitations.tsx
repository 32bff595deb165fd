import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type PendingInvitation, useInvitations, useInvite, useWithdrawInvitation } from './staff.ts';

/** The people of a library who were invited and have not signed in yet: when, and for who may invite, send again and withdraw. */
export const PendingInvitations = ({ memberId, mayChange }: { memberId: string; mayChange: boolean }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { data: rows, error, refetch } = useInvitations(memberId);
  const again = useInvite();
  const withdraw = useWithdrawInvitation(memberId);
  const [asked, setAsked] = useState<string>();
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  const acts: Column<PendingInvitation> = {
    ...{ key: 'acts', head: t('staff.invitation') },
    cell: ({ staffId, name, email }) => (
      <span className="row">
        <Button
          {...{ size: 'xs', variant: 'default' }}
          loading={again.isPending && again.variables.email === email}
          aria-label={t('staff.again-one', { name })}
          onClick={() => again.mutate({ name, email, memberId })}
        >
          {t('staff.again')}
        </Button>
        {asked === staffId ? (
          <Button size="xs" loading={withdraw.isPending} onClick={() => withdraw.mutate(staffId)}>
            {t('staff.withdraw-sure')}
          </Button>
        ) : (
          <Button
            {...{ size: 'xs', variant: 'default' }}
            aria-label={t('staff.withdraw-invitation-one', { name })}
            onClick={() => setAsked(staffId)}
          >
            {t('staff.withdraw')}
          </Button>
        )}
      </span>
    ),
  };
  return (
    <Panel title={t('staff.pending')} count={rows?.length} flush>
      <DataTable<PendingInvitation>
        name={t('staff.pending')}
        rows={rows}
        rowKey={({ staffId }) => staffId}
        empty={t('staff.none-pending')}
        columns={[
          { key: 'name', head: t('staff.name'), cell: ({ name }) => name, sort: ({ name }) => name },
          { key: 'email', head: t('staff.email'), cell: ({ email }) => email, sort: ({ email }) => email },
          {
            ...{ key: 'sent', head: t('staff.sent-on'), sort: ({ sentAt = '' }) => sentAt },
            cell: ({ sentAt }) => (sentAt === undefined ? t('staff.not-sent') : date(sentAt)),
          },
          ...(mayChange ? [acts] : []),
        ]}
      />
      <p role="status">
        {again.isSuccess && t('staff.sent', { email: again.variables.email })}
        {withdraw.isSuccess && t('staff.withdrawn')}
      </p>
      {(again.error ?? withdraw.error) && <FailedNotice thrown={again.error ?? withdraw.error} />}
    </Panel>
  );
};

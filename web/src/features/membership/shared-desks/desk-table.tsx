import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDeskMark } from '../../../api/desk-mark.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Desk, useDesks, useWithdrawDesk } from './use-desks.ts';

const Withdraw = ({ desk, away }: { desk: Desk; away: () => void }) => {
  const t = useTranslate();
  const withdraw = useWithdrawDesk(desk.memberId, away);
  return (
    <Panel title={t('shared-desks.withdraw-title', { name: desk.name })}>
      <ReasonedForm
        act={t('shared-desks.withdraw')}
        meaning={t('shared-desks.withdraw-meaning')}
        doing={withdraw}
        send={(reason) => withdraw.mutate({ deskId: desk.deskId, reason })}
        away={away}
      />
    </Panel>
  );
};

/** The shared desks of a library, and the form that withdraws one. */
export const DeskTable = ({ memberId, mayChange }: { memberId: string; mayChange: boolean }) => {
  const t = useTranslate();
  const { date, time } = useFormat();
  const { branchName } = useDirectory();
  const [open, setOpen] = useState<Desk>();
  const { data, error, refetch, hasNextPage } = useDesks(memberId);
  const rows = data && !hasNextPage ? data.pages.flatMap(({ desks }) => desks) : undefined;
  const here = useDeskMark()?.deskId;
  const columns: Column<Desk>[] = [
    {
      ...{ key: 'name', head: t('shared-desks.name'), sort: ({ name }: Desk) => name },
      cell: ({ name, deskId }) => (
        <>
          {name} {deskId === here && <Badge tone="info">{t('shared-desks.here')}</Badge>}
        </>
      ),
      text: ({ name }) => name,
    },
    {
      ...{ key: 'branch', head: t('shared-desks.branch'), sort: ({ branchId }: Desk) => branchId },
      cell: ({ branchId }) => branchName(branchId),
    },
    {
      ...{ key: 'lock', head: t('shared-desks.lock'), sort: ({ lockMinutes }: Desk) => lockMinutes },
      cell: ({ lockMinutes }) => t('shared-desks.minutes', { count: lockMinutes }),
    },
    {
      ...{ key: 'enrolled', head: t('shared-desks.enrolled'), sort: ({ enrolledAt }: Desk) => enrolledAt },
      cell: ({ enrolledAt }) => date(enrolledAt),
    },
    {
      ...{ key: 'used', head: t('shared-desks.used'), sort: ({ usedAt }: Desk) => usedAt ?? '' },
      cell: ({ usedAt }) => (usedAt === undefined ? t('shared-desks.never') : time(usedAt)),
    },
    {
      ...{ key: 'state', head: t('shared-desks.state'), sort: ({ withdrawnAt }: Desk) => withdrawnAt ?? '' },
      cell: (desk) =>
        desk.withdrawnAt === undefined ? (
          mayChange && (
            <Button
              size="xs"
              variant="default"
              aria-label={t('shared-desks.withdraw-one', { name: desk.name })}
              onClick={() => setOpen(desk)}
            >
              {t('shared-desks.withdraw')}
            </Button>
          )
        ) : (
          <Badge tone="none">{t('shared-desks.withdrawn', { date: date(desk.withdrawnAt) })}</Badge>
        ),
    },
  ];
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  return (
    <>
      {open && <Withdraw key={open.deskId} desk={open} away={() => setOpen(undefined)} />}
      <Panel title={t('shared-desks.title')} count={rows?.length} flush>
        <DataTable<Desk>
          name={t('shared-desks.title')}
          columns={columns}
          rows={rows}
          rowKey={({ deskId }) => deskId}
          empty={t('shared-desks.none')}
        />
      </Panel>
    </>
  );
};

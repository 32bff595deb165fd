import { Button } from '@mantine/core';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ReasonedForm } from '../../../components/reasoned-form.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Machine, useMachines, useWithdrawMachine } from './use-machines.ts';

const Withdraw = ({ machine, away }: { machine: Machine; away: () => void }) => {
  const t = useTranslate();
  const withdraw = useWithdrawMachine(machine.memberId, away);
  return (
    <Panel title={t('machines.withdraw-title', { name: machine.name })}>
      <ReasonedForm
        act={t('machines.withdraw')}
        meaning={t('machines.withdraw-meaning')}
        doing={withdraw}
        send={(reason) => withdraw.mutate({ clientId: machine.clientId, reason })}
        away={away}
      />
    </Panel>
  );
};

/** The machine clients of a library, and the form that withdraws one. */
export const MachineTable = ({ memberId, mayChange }: { memberId: string; mayChange: boolean }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { branchName } = useDirectory();
  const [open, setOpen] = useState<Machine>();
  const { data, error, refetch, hasNextPage } = useMachines(memberId);
  const rows = data && !hasNextPage ? data.pages.flatMap(({ machines }) => machines) : undefined;
  const columns: Column<Machine>[] = [
    { key: 'name', head: t('machines.name'), cell: ({ name }) => name, sort: ({ name }) => name },
    {
      ...{ key: 'branch', head: t('machines.branch'), sort: ({ branchId }: Machine) => branchId },
      cell: ({ branchId }) => (branchId === undefined ? t('machines.all-branches') : branchName(branchId)),
    },
    {
      ...{ key: 'scopes', head: t('machines.scopes') },
      cell: ({ scopes }) => scopes.map((scope) => textOf('machine-scope', scope)).join(', '),
      text: ({ scopes }) => scopes.join(' '),
    },
    {
      ...{ key: 'created', head: t('machines.created'), sort: ({ createdAt }: Machine) => createdAt },
      cell: ({ createdAt }) => date(createdAt),
    },
    {
      ...{ key: 'state', head: t('machines.state'), sort: ({ withdrawnAt }: Machine) => withdrawnAt ?? '' },
      cell: (machine) =>
        machine.withdrawnAt === undefined ? (
          mayChange && (
            <Button
              size="xs"
              variant="default"
              aria-label={t('machines.withdraw-one', { name: machine.name })}
              onClick={() => setOpen(machine)}
            >
              {t('machines.withdraw')}
            </Button>
          )
        ) : (
          <Badge tone="none">{t('machines.withdrawn', { date: date(machine.withdrawnAt) })}</Badge>
        ),
    },
  ];
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  return (
    <>
      {open && <Withdraw key={open.clientId} machine={open} away={() => setOpen(undefined)} />}
      <Panel title={t('machines.title')} count={rows?.length} flush>
        <DataTable<Machine>
          name={t('machines.title')}
          columns={columns}
          rows={rows}
          rowKey={({ clientId }) => clientId}
          empty={t('machines.none')}
        />
      </Panel>
    </>
  );
};

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { hasRole, useWho } from '../../../../api/current-user.ts';
import { useDirectory } from '../../../../api/directory.ts';
import { Badge } from '../../../../components/badge.tsx';
import type { Column } from '../../../../components/data-columns.ts';
import { DataTable } from '../../../../components/data-table.tsx';
import { BranchSpine } from '../../../../components/spine.tsx';
import { useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import { usePatronView } from '../../../circulation/desk/use-patron-view.ts';
import { CancelHold } from '../../../circulation/holds/cancel-hold.tsx';
import { ChangeHold } from '../../../circulation/holds/lazy-change-hold.ts';
import { WhyCopy } from '../../../circulation/holds/why-copy.tsx';
import { PlaceHoldButton } from '../../../circulation/shared/place-hold-button.tsx';
import { spokenName } from '../../shared/patron-name.ts';
import type { TabProps } from '../parts.ts';
import { useReadAgain } from '../use-record.ts';

type Hold = NonNullable<ReturnType<typeof usePatronView>['data']>['holds'][number];

/** The patron's open holds: where they are collected and how far they are. */
export const HoldsTab = ({ patron, branchId }: TabProps) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { branchName } = useDirectory();
  const { patronId, homeMember: patronMember, name } = patron;
  const who = useWho();
  const again = useReadAgain(patronId);
  const [opened, setOpen] = useState<Hold>();
  const { data } = usePatronView({ patronId, branchId });
  const open = opened && (data?.holds.find(({ holdId }) => holdId === opened.holdId) ?? opened);
  const queued = (hold: Hold) => ({ ...hold, patronId, patronMember });
  const changed = (): void => {
    setOpen(undefined);
    void again();
  };
  const titleOf = ({ title, recordId }: Hold): string => title ?? (recordId || t('patron.title-hidden'));
  const columns: Column<Hold>[] = [
    {
      key: 'title',
      head: t('patron.loan-title'),
      sort: titleOf,
      cell: (hold) =>
        hold.recordId ? (
          <Link to="/record/$recordId" params={{ recordId: hold.recordId }}>
            {titleOf(hold)}
          </Link>
        ) : (
          titleOf(hold)
        ),
    },
    {
      key: 'pickup',
      head: t('patron.pickup'),
      sort: ({ pickupBranch }) => branchName(pickupBranch),
      cell: ({ pickupBranch }) => <BranchSpine branchId={pickupBranch} />,
    },
    { key: 'placed', head: t('patron.placed'), sort: (row) => row.placedAt, cell: (row) => date(row.placedAt) },
    {
      key: 'state',
      head: t('patrons.status'),
      cell: ({ state, shelfExpiresAt, place }) =>
        shelfExpiresAt ? (
          <Badge tone="good" icon="hold">
            {t('patron.ready-to', { date: date(shelfExpiresAt) })}
          </Badge>
        ) : (
          <>
            {textOf('hold-at-desk', state)}
            {place !== undefined && <span className="second-line">{t('patron.place', { place })}</span>}
          </>
        ),
    },
    {
      key: 'acts',
      head: t('patron.acts'),
      cell: (hold) =>
        hold.recordId === '' ? null : (
          <span className="row">
            <Link
              to="/holds/queue/$recordId"
              params={{ recordId: hold.recordId }}
              aria-label={t('patron.queue-of', { title: titleOf(hold) })}
            >
              {t('patron.queue')}
            </Link>
            <WhyCopy what={titleOf(hold)} ask={{ recordId: hold.recordId, holdId: hold.holdId, branchId }} />
            <Button
              size="xs"
              variant="default"
              aria-label={t('queue.change-one', { what: titleOf(hold) })}
              onClick={() => setOpen(hold)}
            >
              {t('queue.change')}
            </Button>
            <CancelHold hold={queued(hold)} what={titleOf(hold)} branchId={branchId} changed={changed} />
          </span>
        ),
    },
  ];
  return (
    <>
      <div className="tab-body">
        <div>
          <PlaceHoldButton
            branchId={branchId}
            patron={{ patronId, name: spokenName(name) }}
            placed={() => void again()}
          />
        </div>
      </div>
      <DataTable
        name={t('patron.tab-holds')}
        columns={columns}
        rows={data?.holds}
        rowKey={({ holdId }) => holdId}
        empty={t('patron.no-holds')}
      />
      {open && (
        <Suspense>
          <ChangeHold
            hold={queued(open)}
            what={titleOf(open)}
            queue={[]}
            branchId={branchId}
            mayReorder={hasRole(who, 'desk-supervisor')}
            changed={changed}
            close={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </>
  );
};

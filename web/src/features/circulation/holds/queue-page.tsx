import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { BranchSpine } from '../../../components/spine.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { BranchPage } from '../shared/branch-page.tsx';
import { PlaceHoldButton } from '../shared/place-hold-button.tsx';
import { CancelHold } from './cancel-hold.tsx';
import { ChangeHold } from './lazy-change-hold.ts';
import { useHeldTitle } from './use-held-title.ts';
import { useHoldName } from './use-hold-name.ts';
import { useHolderColumn } from './use-holder-column.tsx';
import { type QueuedHold, useQueue } from './use-queue.ts';
import { WhyCopy } from './why-copy.tsx';

const route = getRouteApi('/holds/queue/$recordId');
const HoldState = ({ hold }: { hold: QueuedHold }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { state, shelfExpiresAt, suspended, hopelessSince } = hold;
  if (hopelessSince !== undefined) return <Badge tone="bad">{t('queue.hopeless')}</Badge>;
  if (shelfExpiresAt !== undefined)
    return <Badge tone="good">{t('holds.shelf-until', { date: date(shelfExpiresAt) })}</Badge>;
  const until = suspended?.until;
  return (
    <Badge tone={state === 'frozen' ? 'warn' : 'none'}>
      {textOf('hold-state', state)}
      {until !== undefined && ` ${t('queue.until', { date: date(until) })}`}
    </Badge>
  );
};

const useColumns = (
  branchId: string,
  change: (hold: QueuedHold) => void,
  changed: () => void,
): Column<QueuedHold>[] => {
  const t = useTranslate();
  const nameOf = useHoldName();
  const holder = useHolderColumn();
  const { date } = useFormat();
  return [
    {
      key: 'place',
      head: t('queue.place'),
      align: 'end',
      cell: ({ place }) => place ?? '–',
      sort: ({ place }) => place,
    },
    holder,
    {
      ...{ key: 'pickup', head: t('queue.pickup'), sort: ({ pickupBranch }: QueuedHold) => pickupBranch },
      cell: ({ pickupBranch }) => <BranchSpine branchId={pickupBranch} />,
    },
    { key: 'state', head: t('holds.state'), cell: (hold) => <HoldState hold={hold} />, sort: ({ state }) => state },
    {
      ...{ key: 'placed', head: t('queue.placed'), sort: ({ placedAt }: QueuedHold) => placedAt },
      cell: ({ placedAt }) => date(placedAt),
    },
    {
      ...{ key: 'act', head: t('holds.act') },
      // Only holds of the own patrons, or with pickup here, say whose they are, and only those are changed here.
      cell: (hold) =>
        hold.patronId !== undefined && (
          <span className="row">
            <Button
              size="xs"
              variant="default"
              aria-label={t('queue.change-one', { what: nameOf(hold) })}
              onClick={() => change(hold)}
            >
              {t('queue.change')}
            </Button>
            <CancelHold hold={hold} what={nameOf(hold)} branchId={branchId} changed={changed} />
            <WhyCopy what={nameOf(hold)} ask={{ recordId: hold.recordId, holdId: hold.holdId, branchId }} />
          </span>
        ),
    },
  ];
};

const Queue = ({ branchId, recordId }: { branchId: string; recordId: string }) => {
  const t = useTranslate();
  const client = useQueryClient();
  const who = useWho();
  const [opened, setOpen] = useState<QueuedHold>();
  const { data, error, refetch, hasNextPage } = useQueue(branchId, recordId);
  const changed = (): void => {
    setOpen(undefined);
    void client.invalidateQueries({ queryKey: ['queue'] });
  };
  const columns = useColumns(branchId, setOpen, changed);
  const nameOf = useHoldName();
  const rows = data && !hasNextPage ? data.pages.flatMap(({ holds }) => holds) : undefined;
  // As it is now: an act just before may not have been in the list when the dialog was opened.
  const open = opened && (rows?.find(({ holdId }) => holdId === opened.holdId) ?? opened);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  return (
    <Panel
      title={t('queue.holds')}
      count={rows?.length}
      action={<PlaceHoldButton branchId={branchId} recordId={recordId} placed={changed} />}
      flush
    >
      <DataTable
        name={t('queue.holds')}
        columns={columns}
        rows={rows}
        rowKey={({ holdId }) => holdId}
        empty={t('queue.none')}
        file={`queue-${recordId}`}
      />
      {open && (
        <Suspense>
          <ChangeHold
            hold={open}
            what={nameOf(open)}
            queue={rows ?? []}
            branchId={branchId}
            mayReorder={hasRole(who, 'desk-supervisor')}
            changed={changed}
            close={() => setOpen(undefined)}
          />
        </Suspense>
      )}
    </Panel>
  );
};

/** The queue of a title: who waits, in which order, and what a desk may change. */
export const QueuePage = () => {
  const t = useTranslate();
  const { recordId } = route.useParams();
  const title = useHeldTitle(recordId);
  return (
    <BranchPage
      title={title === undefined ? t('queue.title') : t('queue.title-of', { title })}
      meaning={t('queue.meaning')}
      back={`/holds/queue/${recordId}`}
      isWide
    >
      {(branchId) => (
        <>
          <p>
            <Link to="/record/$recordId" params={{ recordId }}>
              {t('queue.record')}
            </Link>
          </p>
          <Queue key={`${branchId} ${recordId}`} branchId={branchId} recordId={recordId} />
        </>
      )}
    </BranchPage>
  );
};

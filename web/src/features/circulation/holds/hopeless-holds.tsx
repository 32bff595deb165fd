import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import { useWholeList } from '../../../api/use-whole-list.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { CancelHold } from './cancel-hold.tsx';
import { useHolderName } from './use-hold-name.ts';
import { useHolderColumn } from './use-holder-column.tsx';
import type { QueuedHold } from './use-queue.ts';
import { WhyCopy } from './why-copy.tsx';

const useHopeless = (branchId: string) =>
  useWholeList(['branch-list', branchId, 'hopeless'], (after) =>
    take(
      api.GET('/v1/circulation/branches/{branchId}/hopeless-holds', {
        params: { path: { branchId }, query: { limit: 100, ...(after && { after }) } },
      }),
    ),
  );

/** The holds with pickup at a branch that no copy can fill: to buy, to ask elsewhere, or to cancel. */
export const HopelessHolds = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const holder = useHolderColumn();
  const holderOf = useHolderName();
  const nameOf = (hold: QueuedHold) => `${hold.title ?? hold.recordId}, ${holderOf(hold)}`;
  const { data, error, refetch, hasNextPage } = useHopeless(branchId);
  const rows = data && !hasNextPage ? data.pages.flatMap(({ holds }) => holds) : undefined;
  const columns: Column<QueuedHold>[] = [
    {
      ...{ key: 'title', head: t('holds.title-of-copy'), sort: ({ title }: QueuedHold) => title },
      cell: ({ recordId, title }) => (
        <Link to="/holds/queue/$recordId" params={{ recordId }}>
          {title ?? recordId}
        </Link>
      ),
    },
    holder,
    {
      ...{ key: 'placed', head: t('queue.placed'), sort: ({ placedAt }: QueuedHold) => placedAt },
      cell: ({ placedAt }) => date(placedAt),
    },
    {
      ...{ key: 'since', head: t('holds.hopeless-since'), sort: ({ hopelessSince }: QueuedHold) => hopelessSince },
      cell: ({ hopelessSince }) => hopelessSince && date(hopelessSince),
    },
    {
      ...{ key: 'act', head: t('holds.act') },
      cell: (hold) => (
        <span className="row">
          <CancelHold hold={hold} what={nameOf(hold)} branchId={branchId} changed={() => void refetch()} />
          <WhyCopy what={nameOf(hold)} ask={{ recordId: hold.recordId, holdId: hold.holdId, branchId }} />
        </span>
      ),
    },
  ];
  return (
    <Panel title={t('holds.hopeless')} count={rows?.length} flush>
      {error ? (
        <FailedNotice thrown={error} again={() => void refetch()} />
      ) : (
        <DataTable
          name={t('holds.hopeless')}
          columns={columns}
          rows={rows}
          rowKey={({ holdId }) => holdId}
          empty={t('holds.hopeless-none')}
          file={`hopeless-${branchId}`}
        />
      )}
    </Panel>
  );
};

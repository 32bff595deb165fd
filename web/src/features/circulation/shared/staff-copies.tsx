import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { type Answered, holdsAt, useWho } from '../../../api/current-user.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { Panel } from '../../../components/panel.tsx';
import { BranchSpine } from '../../../components/spine.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { PlaceHoldButton } from './place-hold-button.tsx';
import { useBranch } from './use-branch.ts';

type Holdings = Answered<'discovery-get-record'>['holdings'];
type Item = Holdings[number]['branches'][number]['copies'][number] & { branchId: string; memberId: string };

// Only cataloguers load it, on request.
const ItemHistoryDialog = lazyComponent(
  () => import('../../catalogue/item/item-history-dialog.tsx'),
  'ItemHistoryDialog',
);

/** The items of a title for staff: with barcodes, their history for cataloguers of their library, and a hold placed for a patron. */
export const StaffCopies = ({ recordId, holdings }: { recordId: string; holdings: Holdings }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { branch } = useBranch('desk', 'desk-supervisor');
  const who = useWho();
  const [historyOf, setHistoryOf] = useState<string>();
  const items: Item[] = holdings.flatMap(({ memberId, branches }) =>
    branches.flatMap(({ branchId, copies }) => copies.map((copy) => ({ ...copy, branchId, memberId }))),
  );
  const catalogues = ({ memberId }: Item): boolean => holdsAt(who, memberId, 'cataloguer');
  const columns: Column<Item>[] = [
    {
      ...{ key: 'barcode', head: t('holds.barcode'), sort: ({ barcode }: Item) => barcode },
      cell: ({ barcode }) => (
        <Link to="/copy" search={{ barcode }} className="barcode">
          {barcode}
        </Link>
      ),
      text: ({ barcode }) => barcode,
    },
    {
      ...{ key: 'branch', head: t('items.branch'), sort: ({ branchId }: Item) => branchId },
      cell: ({ branchId }) => <BranchSpine branchId={branchId} />,
    },
    {
      ...{ key: 'call-number', head: t('holds.call-number'), sort: ({ callNumber }: Item) => callNumber },
      cell: ({ callNumber, volume }) => <strong>{[callNumber, volume].filter(Boolean).join(' ')}</strong>,
    },
    { key: 'location', head: t('items.location'), cell: ({ location }) => location, sort: ({ location }) => location },
    {
      ...{ key: 'state', head: t('holds.state'), sort: ({ state }: Item) => state },
      cell: ({ state, due }) => (
        <>
          {textOf('item-state', state)}
          {due && <span className="data-second">{t('items.due', { date: date(due) })}</span>}
        </>
      ),
    },
    ...(items.some(catalogues)
      ? [
          {
            ...{ key: 'history', head: t('items.history'), text: () => '' },
            cell: (item: Item) =>
              catalogues(item) && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('items.history-of', { barcode: item.barcode })}
                  onClick={() => setHistoryOf(item.barcode)}
                >
                  {t('items.history')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <Panel
      title={t('items.title')}
      count={items.length}
      action={
        branch && (
          <span className="row">
            <Link to="/holds/queue/$recordId" params={{ recordId }}>
              {t('items.queue')}
            </Link>
            <PlaceHoldButton branchId={branch.branchId} recordId={recordId} />
          </span>
        )
      }
      flush
    >
      <DataTable<Item>
        name={t('items.title')}
        columns={columns}
        rows={items}
        rowKey={({ itemId }) => itemId}
        empty={t('items.none')}
        file={`items-${recordId}`}
      />
      {historyOf !== undefined && (
        <Suspense>
          <ItemHistoryDialog barcode={historyOf} close={() => setHistoryOf(undefined)} />
        </Suspense>
      )}
    </Panel>
  );
};

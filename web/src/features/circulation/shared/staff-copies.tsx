import { Link } from '@tanstack/react-router';
import type { Answered } from '../../../api/current-user.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { BranchSpine } from '../../../components/spine.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { PlaceHoldButton } from './place-hold-button.tsx';
import { useBranch } from './use-branch.ts';

type Holdings = Answered<'discovery-get-record'>['holdings'];
type Item = Holdings[number]['branches'][number]['copies'][number] & { branchId: string };

/** The items of a title for staff: with barcodes, and a hold placed for a patron. */
export const StaffCopies = ({ recordId, holdings }: { recordId: string; holdings: Holdings }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { branch } = useBranch('desk', 'desk-supervisor');
  const items: Item[] = holdings.flatMap(({ branches }) =>
    branches.flatMap(({ branchId, copies }) => copies.map((copy) => ({ ...copy, branchId }))),
  );
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
    </Panel>
  );
};

import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../../api/directory.ts';
import { Badge } from '../../../../components/badge.tsx';
import type { Column } from '../../../../components/data-columns.ts';
import { DataTable } from '../../../../components/data-table.tsx';
import { BranchSpine } from '../../../../components/spine.tsx';
import { useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import { usePatronView } from '../../../circulation/desk/use-patron-view.ts';
import type { TabProps } from '../parts.ts';

type Hold = NonNullable<ReturnType<typeof usePatronView>['data']>['holds'][number];

/** The patron's open holds: where they are collected and how far they are. */
export const HoldsTab = ({ patron: { patronId }, branchId }: TabProps) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { branchName } = useDirectory();
  const { data } = usePatronView({ patronId, branchId });
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
  ];
  return (
    <DataTable
      name={t('patron.tab-holds')}
      columns={columns}
      rows={data?.holds}
      rowKey={({ holdId }) => holdId}
      empty={t('patron.no-holds')}
    />
  );
};

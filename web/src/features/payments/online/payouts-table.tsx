import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Payout } from './use-online.ts';

/** The payouts of the provider, each with its parts and with what differs from the payments here. */
export const PayoutsTable = ({ rows, file }: { rows: readonly Payout[]; file: string }) => {
  const t = useTranslate();
  const { money, date, typed } = useFormat();
  const sum = (key: 'charges' | 'refunds' | 'disputes' | 'fees' | 'amount', head: string): Column<Payout> => ({
    ...{ key, head, align: 'end' },
    cell: (row) => money(row[key], row.currency),
    sort: (row) => row[key],
    text: (row) => typed(row[key], row.currency),
  });
  const texts = ({ differences, currency }: Payout): string[] =>
    differences.map(({ what, theirs, ours, paymentId, intent }) =>
      t(`online-difference.${what}`, {
        ...{ theirs: money(theirs, currency), ours: money(ours, currency), payment: paymentId ?? intent ?? '' },
      }),
    );
  const columns: Column<Payout>[] = [
    {
      ...{ key: 'arrives', head: t('online.arrives') },
      cell: ({ arrivesOn }) => date(arrivesOn),
      sort: ({ arrivesOn }) => arrivesOn,
    },
    sum('charges', t('online.charges')),
    sum('refunds', t('online.refunds')),
    sum('disputes', t('online.disputed')),
    sum('fees', t('online.fees')),
    sum('amount', t('online.paid-out')),
    {
      ...{ key: 'differences', head: t('online.differences') },
      cell: (row) =>
        row.differences.length === 0 ? t('online.no-differences') : texts(row).map((text) => <p key={text}>{text}</p>),
      text: (row) => texts(row).join('; '),
    },
  ];
  const empty = t('online.no-payouts');
  return (
    <DataTable {...{ name: t('online.payouts'), columns, rows, empty, file }} rowKey={({ payoutId }) => payoutId} />
  );
};

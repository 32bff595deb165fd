import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { staffId } from '../../../components/staff-name.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Payout } from './use-online.ts';

const CheckPayout = lazyComponent(() => import('./check-payout.tsx'), 'CheckPayout');

type Shown = { rows: readonly Payout[]; mayCheck: boolean; file: string };

/** The payouts of the provider, each with its parts, with what differs from the payments here, and with who checked it. */
export const PayoutsTable = ({ rows, mayCheck, file }: Shown) => {
  const t = useTranslate();
  const { money, date, time, typed } = useFormat();
  const [checking, setChecking] = useState<Payout>();
  const noteOf = ({ checked }: Payout): string[] =>
    checked ? [t('online.checked', { by: staffId(checked.by), time: time(checked.at), note: checked.note })] : [];
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
    {
      ...{ key: 'check', head: t('online.check-head') },
      cell: (row) => {
        const [note] = noteOf(row);
        const isOpen = mayCheck && note === undefined && row.differences.length > 0;
        return isOpen ? (
          <Button
            size="xs"
            variant="default"
            aria-label={t('online.check-of', { amount: money(row.amount, row.currency) })}
            onClick={() => setChecking(row)}
          >
            {t('online.check')}
          </Button>
        ) : (
          note
        );
      },
      text: (row) => noteOf(row).join(),
    },
  ];
  const empty = t('online.no-payouts');
  return (
    <>
      <DataTable {...{ name: t('online.payouts'), columns, rows, empty, file }} rowKey={({ payoutId }) => payoutId} />
      {checking && <CheckPayout payout={checking} close={() => setChecking(undefined)} />}
    </>
  );
};

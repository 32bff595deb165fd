import { Button } from '@mantine/core';
import { useState } from 'react';
import { Badge } from '../../../components/badge.tsx';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { lazyComponent } from '../../../components/lazy-page.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { leftOf, type OnlinePayment } from './use-online.ts';

const Refund = lazyComponent(() => import('./refund.tsx'), 'Refund');

const tones = { open: 'info', paid: 'good', expired: 'none', failed: 'warn' } as const;

/** The state of a payment, with its dispute and with refunds that are not posted. */
const PaymentState = ({ payment: { state, dispute, refunds } }: { payment: OnlinePayment }) => {
  const t = useTranslate();
  const unposted = refunds.flatMap(({ refundId, state: how }) => (how === 'posted' ? [] : [{ refundId, how }]));
  return (
    <>
      <Badge tone={tones[state]}>{t(`online-state.${state}`)}</Badge>
      {dispute && <Badge tone={dispute.state === 'won' ? 'good' : 'bad'}>{t(`online-dispute.${dispute.state}`)}</Badge>}
      {unposted.map(({ refundId, how }) => (
        <span key={refundId} className="quiet">
          {t(`online-refund.${how}`)}
        </span>
      ))}
    </>
  );
};

const refundedOf = ({ refunds }: OnlinePayment): number =>
  refunds.reduce((sum, { amount, state }) => (state === 'posted' ? sum + amount : sum), 0);

type Shown = { name: string; rows: readonly OnlinePayment[]; mayRefund: boolean; empty: string; file?: string };

/** Online payments as a table: each can be refunded by staff who may. */
export const PaymentsTable = ({ name, rows, mayRefund, empty, file }: Shown) => {
  const t = useTranslate();
  const { money, time, typed } = useFormat();
  const [refunding, setRefunding] = useState<OnlinePayment>();
  const amounts = (
    key: string,
    head: string,
    of: (row: OnlinePayment) => number | undefined,
  ): Column<OnlinePayment> => ({
    ...{ key, head, align: 'end' },
    cell: (row) => {
      const amount = of(row);
      return amount === undefined ? '' : money(amount, row.currency);
    },
    sort: of,
    text: (row) => typed(of(row) ?? 0, row.currency),
  });
  const columns: Column<OnlinePayment>[] = [
    { ...{ key: 'at', head: t('online.at') }, cell: ({ at }) => time(at), sort: ({ at }) => at },
    amounts('amount', t('online.amount'), ({ amount }) => amount),
    {
      ...{ key: 'state', head: t('online.state') },
      cell: (payment) => <PaymentState payment={payment} />,
      sort: ({ state }) => state,
    },
    amounts('refunded', t('online.refunded'), (row) => refundedOf(row) || undefined),
    amounts('fee', t('online.fee'), ({ fee }) => fee),
    {
      ...{ key: 'reference', head: t('online.reference') },
      cell: ({ reference }) => <span className="barcode">{reference ?? ''}</span>,
      sort: ({ reference }) => reference,
    },
    {
      ...{ key: 'act', head: t('online.act') },
      cell: (payment) =>
        mayRefund &&
        payment.state === 'paid' &&
        leftOf(payment) > 0 &&
        (payment.dispute === undefined || payment.dispute.state === 'won') && (
          <Button
            size="xs"
            variant="default"
            aria-label={t('online.refund-of', { amount: money(payment.amount, payment.currency) })}
            onClick={() => setRefunding(payment)}
          >
            {t('online.refund')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <DataTable {...{ name, columns, rows, empty, ...(file && { file }) }} rowKey={({ paymentId }) => paymentId} />
      {refunding && <Refund payment={refunding} close={() => setRefunding(undefined)} />}
    </>
  );
};

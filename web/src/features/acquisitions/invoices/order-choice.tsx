import { Button, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { loadOrder, type Order, useOrders } from '../orders/orders.ts';

type Props = { memberId: string; vendor: string; year: string; add: (order: Order) => number };

const invoiced: readonly Order['state'][] = ['placed', 'partly-received', 'received', 'closed'];

/** The choice of an order of the vendor, whose received lines are added with the ordered prices. */
export const OrderChoice = ({ memberId, vendor, year, add }: Props) => {
  const t = useTranslate();
  const [chosen, setChosen] = useState('');
  const [added, setAdded] = useState<number>();
  const list = useOrders(memberId, { state: '', vendor, fund: '' });
  const orders = (list.data?.pages.flatMap((page) => page.orders) ?? []).filter(
    (order) => order.year === year && invoiced.includes(order.state),
  );
  const load = useMutation({ mutationFn: (orderId: string) => loadOrder(memberId, orderId) });
  if (orders.length === 0) return <p className="quiet">{t('invoices.no-orders')}</p>;
  const orderId = orders.some((order) => order.orderId === chosen) ? chosen : (orders[0]?.orderId ?? '');
  return (
    <div className="row invoice-order">
      <NativeSelect
        size="sm"
        label={t('invoices.order')}
        value={orderId}
        data={orders.map((order) => ({ value: order.orderId, label: `${order.number} – ${order.title.slice(0, 60)}` }))}
        onChange={({ currentTarget: { value } }) => setChosen(value)}
      />
      <Button
        size="sm"
        variant="default"
        loading={load.isPending}
        onClick={() => load.mutate(orderId, { onSuccess: ({ order }) => setAdded(add(order)) })}
      >
        {t('invoices.add-received')}
      </Button>
      {list.hasNextPage && (
        <Button size="sm" variant="subtle" loading={list.isFetching} onClick={() => void list.fetchNextPage()}>
          {t('invoices.more-orders')}
        </Button>
      )}
      <p role="status">{added !== undefined && t('invoices.added', { count: added })}</p>
      {load.error && <FailedNotice thrown={load.error} />}
    </div>
  );
};

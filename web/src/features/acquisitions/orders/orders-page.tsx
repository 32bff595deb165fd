import { Button, NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { BuyingPage } from '../shared/buying-page.tsx';
import { useBuying } from '../shared/use-buying.ts';
import { LateOrders } from './late-orders.tsx';
import { LoadAnswers } from './load-answers.tsx';
import type { Selected } from './order-entry.ts';
import { OrderForm } from './order-form.tsx';
import { OrderList } from './order-list.tsx';
import './orders.css';
import { type Filter, orderStates, useVendors, type Vendor } from './orders.ts';
import { PurchaseForm } from './purchase-form.tsx';
import { PurchaseList } from './purchase-list.tsx';
import { TitlesToBuy } from './titles-to-buy.tsx';
import { VendorForm } from './vendor-form.tsx';

// One order is loaded with the list: another file would be named in the first load of every page.
export { OrderPage } from './order-page.tsx';

const route = getRouteApi('/orders');

const Filters = ({ filter, vendors }: { filter: Filter; vendors: readonly Vendor[] }) => {
  const t = useTranslate();
  const navigate = route.useNavigate();
  const set = (over: Partial<Filter>): void => {
    const given = Object.fromEntries(Object.entries({ ...filter, ...over }).filter(([, text]) => text !== ''));
    void navigate({ search: ({ member }) => ({ ...(member !== undefined && { member }), ...given }) });
  };
  return (
    <div className="row">
      <NativeSelect
        size="sm"
        aria-label={t('orders.state')}
        value={filter.state}
        data={[
          { value: '', label: t('orders.all-states') },
          ...orderStates.map((value) => ({ value, label: t(`order-state.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) => set({ state: orderStates.find((one) => one === value) ?? '' })}
      />
      <NativeSelect
        size="sm"
        aria-label={t('orders.vendor')}
        value={filter.vendor}
        data={[
          { value: '', label: t('orders.all-vendors') },
          ...vendors.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={({ currentTarget: { value } }) => set({ vendor: value })}
      />
      {filter.fund && (
        <Button size="sm" variant="default" onClick={() => set({ fund: '' })}>
          {t('orders.only-fund', { fund: filter.fund })}
        </Button>
      )}
    </div>
  );
};

const Whole = ({ memberId, filter, mayOrder }: { memberId: string; filter: Filter; mayOrder: boolean }) => {
  const t = useTranslate();
  const navigate = route.useNavigate();
  const [isWriting, setIsWriting] = useState(false);
  const [isBuying, setIsBuying] = useState(false);
  const [selected, setSelected] = useState<Selected>();
  const { data, error, refetch } = useVendors(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={140} />;
  const { vendors } = data;
  const of = { memberId, vendors };
  const isAll = filter.state === '' && filter.vendor === '' && filter.fund === '';
  return (
    <>
      {mayOrder && isWriting && (
        <Panel title={t('orders.new')}>
          <OrderForm
            key={selected?.recordId}
            {...of}
            selected={selected}
            done={({ orderId }) =>
              void navigate({ to: '/orders/$orderId', params: { orderId }, search: { member: memberId } })
            }
          />
        </Panel>
      )}
      {mayOrder && isBuying && (
        <Panel title={t('purchase.new')}>
          <PurchaseForm memberId={memberId} done={() => setIsBuying(false)} />
        </Panel>
      )}
      {mayOrder && !isWriting && !isBuying && (
        <p className="row">
          <Button onClick={() => setIsWriting(true)}>{t('orders.new')}</Button>
          <Button variant="default" onClick={() => setIsBuying(true)}>
            {t('purchase.new')}
          </Button>
        </p>
      )}
      {isAll && (
        <Panel title={t('orders.to-approve')} flush>
          <OrderList
            {...of}
            filter={{ state: 'waiting', vendor: '', fund: '' }}
            name={t('orders.to-approve')}
            none={t('orders.none-waits')}
          />
        </Panel>
      )}
      {isAll && (
        <Panel title={t('orders.late')}>
          <LateOrders {...of} mayOrder={mayOrder} />
        </Panel>
      )}
      {isAll && (
        <Panel title={t('to-buy.title')}>
          <TitlesToBuy
            memberId={memberId}
            mayOrder={mayOrder}
            order={({ proposed, ...title }) => {
              setSelected({ ...title, copies: proposed });
              setIsWriting(true);
              window.scrollTo({ top: 0 });
            }}
          />
        </Panel>
      )}
      <Panel title={t('orders.title')} flush action={<Filters filter={filter} vendors={vendors} />}>
        <OrderList {...of} filter={filter} name={t('orders.title')} none={t('orders.none')} />
      </Panel>
      {isAll && (
        <Panel title={t('purchase.title-list')} flush>
          <PurchaseList memberId={memberId} mayOrder={mayOrder} />
        </Panel>
      )}
      {mayOrder && vendors.length > 0 && (
        <Panel title={t('order-answer.form')}>
          <LoadAnswers {...of} />
        </Panel>
      )}
      {mayOrder && (
        <Panel title={t('orders.vendors')}>
          <VendorForm {...of} />
        </Panel>
      )}
    </>
  );
};

/** The page of the orders of a library: what waits for approval, what is ordered, new orders, and vendors. */
export const OrdersPage = () => {
  const t = useTranslate();
  const navigate = route.useNavigate();
  const asked = route.useSearch();
  const may = useBuying(asked.member);
  const title = may.member ? t('orders.title-of', { member: may.name }) : t('orders.title');
  const state = orderStates.find((one) => one === asked.state) ?? '';
  return (
    <BuyingPage
      may={may}
      title={title}
      choose={(value) => void navigate({ search: { member: value } })}
      meaning={t('orders.meaning')}
      back="/orders"
    >
      {(member) => (
        <Whole
          key={member}
          memberId={member}
          filter={{ state, vendor: asked.vendor ?? '', fund: asked.fund ?? '' }}
          mayOrder={may.mayOrder}
        />
      )}
    </BuyingPage>
  );
};

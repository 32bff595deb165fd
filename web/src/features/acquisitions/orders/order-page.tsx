import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { BuyingPage } from '../shared/buying-page.tsx';
import { useBuying } from '../shared/use-buying.ts';
import { OrderActs } from './order-acts.tsx';
import { OrderForm } from './order-form.tsx';
import { OrderLines } from './order-lines.tsx';
import { StateBadge } from './order-state.tsx';
import './orders.css';
import { type Order, useOrder, useVendors, type Vendor } from './orders.ts';

const route = getRouteApi('/orders/$orderId');

const Steps = ({ order, names }: { order: Order; names: Record<string, string> }) => {
  const t = useTranslate();
  const { time, date } = useFormat();
  return (
    <ol className="order-steps">
      {order.steps.map(({ act, by, at, line, copies, reason, reference, until }) => (
        <li key={`${at}-${act}-${line ?? 0}-${copies ?? 0}`}>
          {time(at)}: {t(`order-act.${act}`)}
          {line !== undefined && `, ${t('orders.line', { number: line })}`}
          {copies !== undefined && `, ${t('orders.copies', { count: copies })}`}
          {reference !== undefined && `, ${reference}`}
          {until !== undefined && `, ${t('orders.delayed', { date: date(until) })}`}
          {reason !== undefined && ` – ${reason}`} <span className="quiet">{names[by] ?? t('funds.somebody')}</span>
        </li>
      ))}
    </ol>
  );
};

type Shown = { order: Order; vendors: readonly Vendor[]; isPreparer: boolean; may: ReturnType<typeof useBuying> };

type WholeOrder = Shown & { names: Record<string, string>; tooLate: readonly { line: number; comesOn: string }[] };

const Whole = ({ order, vendors, isPreparer, may, names, tooLate }: WholeOrder) => {
  const t = useTranslate();
  const { money } = useFormat();
  const [isEditing, setIsEditing] = useState(false);
  const { memberId, currency } = order;
  const vendor = vendors.find(({ code }) => code === order.vendor);
  if (isEditing)
    return (
      <Panel title={t('orders.edit')}>
        <OrderForm memberId={memberId} vendors={vendors} order={order} done={() => setIsEditing(false)} />
        <p>
          <Button size="sm" variant="default" onClick={() => setIsEditing(false)}>
            {t('do.not-now')}
          </Button>
        </p>
      </Panel>
    );
  return (
    <>
      <Panel
        title={vendor?.name ?? order.vendor}
        note={<StateBadge state={order.state} />}
        action={
          may.mayOrder &&
          order.state === 'draft' && (
            <Button size="sm" variant="default" onClick={() => setIsEditing(true)}>
              {t('orders.edit')}
            </Button>
          )
        }
      >
        <p>
          {t('orders.total-of', { amount: money(order.total, currency), year: order.year })}
          {vendor?.account !== undefined && ` ${t('orders.account', { account: vendor.account })}`}
        </p>
        {order.note !== undefined && <p>{order.note}</p>}
        <OrderActs key={order.v} order={order} isPreparer={isPreparer} may={may} />
      </Panel>
      <Panel title={t('orders.lines')} flush>
        <OrderLines order={order} mayReceive={may.mayOrder} tooLate={tooLate} />
      </Panel>
      <Panel title={t('orders.history')}>
        <Steps order={order} names={names} />
      </Panel>
    </>
  );
};

const One = ({ memberId, orderId, may }: { memberId: string; orderId: string; may: Shown['may'] }) => {
  const { data, error, refetch } = useOrder(memberId, orderId);
  const vendors = useVendors(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data || !vendors.data) return <Waiting rows={4} height={80} />;
  return <Whole {...data} vendors={vendors.data.vendors} may={may} />;
};

/** The page of an order: its lines with what arrived, what may be done with it, and its history. */
export const OrderPage = () => {
  const t = useTranslate();
  const { orderId } = route.useParams();
  const may = useBuying(route.useSearch().member);
  const shown = useOrder(may.member ?? '', may.member ? orderId : '');
  const title = shown.data ? t('orders.one', { number: shown.data.order.number }) : t('orders.order');
  return (
    <BuyingPage
      may={may}
      title={title}
      beside={
        <Link to="/orders" search={may.mayChoose && may.member ? { member: may.member } : {}}>
          {t('orders.all-orders')}
        </Link>
      }
      back={`/orders/${orderId}`}
    >
      {(member) => <One key={orderId} memberId={member} orderId={orderId} may={may} />}
    </BuyingPage>
  );
};

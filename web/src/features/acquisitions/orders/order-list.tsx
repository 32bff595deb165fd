import { Link } from '@tanstack/react-router';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { StateBadge } from './order-state.tsx';
import { type Filter, useOrders, type Vendor } from './orders.ts';

type Props = { memberId: string; filter: Filter; vendors: readonly Vendor[]; name: string; none: string };

/** The orders of a library that a filter lets through, the newest first. */
export const OrderList = ({ memberId, filter, vendors, name, none }: Props) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const list = useOrders(memberId, filter);
  const { data, error, refetch } = list;
  const orders = data?.pages.flatMap((page) => page.orders) ?? [];
  const names = new Map(vendors.map((vendor) => [vendor.code, vendor.name]));
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={4} height={40} />;
  if (orders.length === 0) return <Empty title={none} />;
  return (
    <>
      <ScrollTable name={name}>
        <thead>
          <tr>
            {(['number', 'title-column', 'vendor', 'state', 'arrived', 'total', 'written'] as const).map((column) => (
              <th key={column} scope="col" className={column === 'total' || column === 'arrived' ? 'num' : ''}>
                {t(`orders.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <tr key={order.orderId}>
              <th scope="row">
                <Link to="/orders/$orderId" params={{ orderId: order.orderId }} search={{ member: memberId }}>
                  {order.number}
                </Link>
              </th>
              <td>
                {order.title}
                {order.lines > 1 && <span className="quiet"> {t('orders.and-more', { count: order.lines - 1 })}</span>}
              </td>
              <td>{names.get(order.vendor) ?? order.vendor}</td>
              <td>
                <StateBadge state={order.state} />
              </td>
              <td className="num">{t('orders.of', { received: order.received, wanted: order.wanted })}</td>
              <td className="num">{money(order.total, order.currency)}</td>
              <td>{date(order.at)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <ShowMore {...list} />
    </>
  );
};

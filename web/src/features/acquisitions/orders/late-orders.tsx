import { Button, Checkbox, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Badge } from '../../../components/badge.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { ClaimMessage } from '../shared/claim-message.tsx';
import { type LateOrder, useClaimOrders, useLateOrders, useStep, type Vendor } from './orders.ts';

/** How many lines are claimed at once, as the API allows. */
const MOST_AT_ONCE = 50;

/** A late line of an order. */
type Row = { order: LateOrder; late: LateOrder['lines'][number] };
const idOf = ({ order, late }: Row): string => `${order.orderId} ${late.line}`;

/** Records the day that the vendor named for a late line. */
const ComesLater = ({ memberId, row: { order, late } }: { memberId: string; row: Row }) => {
  const t = useTranslate();
  const step = useStep(memberId, order.orderId);
  const [until, setUntil] = useState('');
  return (
    <form
      className="order-delay"
      onSubmit={(event) => {
        event.preventDefault();
        if (until !== '') step.mutate({ step: { act: 'delay', line: late.line, until }, v: order.v });
      }}
    >
      <TextInput
        size="sm"
        type="date"
        aria-label={t('orders.comes-on', { title: late.title })}
        value={until}
        onChange={({ currentTarget: { value } }) => setUntil(value)}
      />
      <Button type="submit" size="sm" variant="default" loading={step.isPending}>
        {t('orders.comes-later')}
      </Button>
      {step.error && <FailedNotice thrown={step.error} />}
    </form>
  );
};

type Claiming = { memberId: string; chosen: readonly Row[]; vendors: readonly Vendor[] };

/** Claims the chosen lines, and shows the message to each vendor. */
const ClaimLines = ({ memberId, chosen, vendors }: Claiming) => {
  const t = useTranslate();
  const { date } = useFormat();
  const claim = useClaimOrders(memberId);
  const lines = chosen.map(({ order: { orderId }, late: { line } }) => ({ orderId, line }));
  const byVendor = Map.groupBy(claim.data?.claimed ?? [], ({ vendor }) => vendor);
  return (
    <>
      {lines.length > 0 && (
        <p>
          <Button size="sm" loading={claim.isPending} onClick={() => claim.mutate({ lines })}>
            {t('orders.claim', { count: lines.length })}
          </Button>
        </p>
      )}
      {claim.data && (
        <p role="status">
          {t('orders.claimed', { count: claim.data.claimed.length })}{' '}
          {claim.data.dropped.length > 0 && t('orders.claim-dropped', { count: claim.data.dropped.length })}
        </p>
      )}
      {[...byVendor].map(([code, claimed]) => (
        <ClaimMessage
          key={code}
          vendor={vendors.find((one) => one.code === code)}
          name={code}
          subject={t('orders.claim-subject')}
          begin={t('orders.claim-begin')}
          lines={claimed.map(({ order, title, isbn, orderedOn, copies, number }) =>
            t('orders.claim-line', {
              ...{ order, title: isbn === undefined ? title : `${title} (ISBN ${isbn})`, date: date(orderedOn) },
              ...{ copies, number },
            }),
          )}
        />
      ))}
      {claim.error && <FailedNotice thrown={claim.error} />}
    </>
  );
};

type Props = { memberId: string; vendors: readonly Vendor[]; mayOrder: boolean };

/** The lines of orders that did not arrive in time: claimed here, or delayed to the day that the vendor named. */
export const LateOrders = ({ memberId, vendors, mayOrder }: Props) => {
  const t = useTranslate();
  const { date } = useFormat();
  const list = useLateOrders(memberId);
  const { data, error, refetch } = list;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={40} />;
  const names = new Map(vendors.map(({ code, name }) => [code, name]));
  const rows = data.pages.flatMap(({ orders }) =>
    orders.flatMap((order): Row[] => order.lines.map((late) => ({ order, late }))),
  );
  const chosen = rows.filter((row) => row.late.due === 'claim' && !left.has(idOf(row))).slice(0, MOST_AT_ONCE);
  const turn = (row: Row): void => {
    const after = new Set(left);
    if (!after.delete(idOf(row))) after.add(idOf(row));
    setLeft(after);
  };
  return (
    <div className="stack">
      {rows.length === 0 ? (
        <Empty title={t('orders.none-late')} />
      ) : (
        <ScrollTable name={t('orders.late')}>
          <thead>
            <tr>
              {mayOrder && <th scope="col">{t('orders.to-claim')}</th>}
              <th scope="col">{t('orders.title-column')}</th>
              <th scope="col">{t('orders.vendor')}</th>
              <th scope="col">{t('orders.ordered-on')}</th>
              <th scope="col" className="num">
                {t('orders.missing')}
              </th>
              <th scope="col">{t('orders.state')}</th>
              {mayOrder && <th scope="col">{t('orders.comes-later')}</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={idOf(row)}>
                {mayOrder && (
                  <td>
                    {row.late.due === 'claim' && (
                      <Checkbox
                        size="sm"
                        aria-label={t('orders.claim-of', { title: row.late.title, order: row.order.number })}
                        checked={!left.has(idOf(row))}
                        onChange={() => turn(row)}
                      />
                    )}
                  </td>
                )}
                <th scope="row">
                  {row.late.title}{' '}
                  <Link
                    to="/orders/$orderId"
                    params={{ orderId: row.order.orderId }}
                    search={{ member: memberId }}
                    className="quiet"
                  >
                    {row.order.number}
                  </Link>
                </th>
                <td>{names.get(row.order.vendor) ?? row.order.vendor}</td>
                <td>{date(row.order.orderedOn)}</td>
                <td className="num">{row.late.missing}</td>
                <td>
                  <Badge tone={row.late.due === 'claim' ? 'warn' : 'bad'} icon="warn">
                    {t(`order-due.${row.late.due}`, { count: row.late.claims.length })}
                  </Badge>
                </td>
                {mayOrder && (
                  <td>
                    <ComesLater memberId={memberId} row={row} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <ShowMore {...list} />
      {mayOrder && <ClaimLines memberId={memberId} chosen={chosen} vendors={vendors} />}
    </div>
  );
};

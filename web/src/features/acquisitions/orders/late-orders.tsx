import { Button, Checkbox, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Badge } from '../../../components/badge.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { ClaimChosen, useChosen } from '../shared/claim-chosen.tsx';
import { type LateOrder, useClaimOrders, useLateOrders, useStep, type Vendor } from './orders.ts';

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

const ClaimLines = ({ memberId, chosen, vendors }: Claiming) => {
  const t = useTranslate();
  const { date } = useFormat();
  const claim = useClaimOrders(memberId);
  const lines = chosen.map(({ order: { orderId }, late: { line } }) => ({ orderId, line }));
  return (
    <ClaimChosen
      count={lines.length}
      claim={claim}
      send={() => claim.mutate({ lines })}
      vendors={vendors}
      texts={{
        act: t('orders.claim', { count: lines.length }),
        done: (claimed, dropped) =>
          [
            t('orders.claimed', { count: claimed }),
            dropped > 0 ? t('orders.claim-dropped', { count: dropped }) : '',
          ].join(' '),
        subject: t('orders.claim-subject'),
        begin: t('orders.claim-begin'),
        lineOf: ({ order, title, isbn, orderedOn, copies, number }) =>
          t('orders.claim-line', {
            ...{ order, title: isbn === undefined ? title : `${title} (ISBN ${isbn})`, date: date(orderedOn) },
            ...{ copies, number },
          }),
      }}
    />
  );
};

type Props = { memberId: string; vendors: readonly Vendor[]; mayOrder: boolean };

/** The lines of orders that did not arrive in time: claimed here, or delayed to the day that the vendor named. */
export const LateOrders = ({ memberId, vendors, mayOrder }: Props) => {
  const t = useTranslate();
  const { date } = useFormat();
  const list = useLateOrders(memberId);
  const { data, error, refetch } = list;
  const names = new Map(vendors.map(({ code, name }) => [code, name]));
  const rows = (data?.pages ?? []).flatMap(({ orders }) =>
    orders.flatMap((order): Row[] => order.lines.map((late) => ({ order, late }))),
  );
  const due = rows.filter(({ late }) => late.due === 'claim');
  const { chosen, isTicked, turn } = useChosen(due, idOf);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={40} />;
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
                        checked={isTicked(row)}
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

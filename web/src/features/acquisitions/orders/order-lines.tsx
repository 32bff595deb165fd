import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { NeededBy } from './needed-by.tsx';
import { invoicedOf, missingOf, type Order, type OrderLine, useStep } from './orders.ts';
import { VendorAnswer } from './vendor-answer.tsx';

/** Records copies that arrived, or takes back one that was recorded by mistake. */
const Receiving = ({ order, line }: { order: Order; line: OrderLine }) => {
  const t = useTranslate();
  const missing = missingOf(line);
  const [copies, setCopies] = useState(String(missing));
  const step = useStep(order.memberId, order.orderId);
  const count = /^\d{1,5}$/.test(copies.trim()) ? Number(copies) : 0;
  const send = (received: number): void =>
    step.mutate({ step: { act: 'receive', line: line.number, copies: received }, v: order.v });
  return (
    <div className="order-receive">
      {missing > 0 && (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (count > 0) send(count);
          }}
        >
          <TextInput
            size="sm"
            w="4.5rem"
            inputMode="numeric"
            maxLength={5}
            aria-label={t('orders.copies-of', { title: line.title })}
            value={copies}
            onChange={({ currentTarget: { value } }) => setCopies(value)}
          />
          <Button type="submit" size="sm" loading={step.isPending}>
            {t('orders.receive')}
          </Button>
        </form>
      )}
      {line.received > 0 && (
        <Button size="compact-sm" variant="subtle" loading={step.isPending} onClick={() => send(-1)}>
          {t('orders.undo-receive')}
        </Button>
      )}
      {step.error && <FailedNotice thrown={step.error} />}
    </div>
  );
};

/** The copies and invoices that were approved for a line. */
const Invoiced = ({ memberId, line, sum }: { memberId: string; line: OrderLine; sum: (amount: number) => string }) => (
  <>
    {invoicedOf(line)}
    {line.invoices?.map(({ invoiceId, number, amount }) => (
      <div key={invoiceId}>
        <Link to="/invoices/$invoiceId" params={{ invoiceId }} search={{ member: memberId }}>
          {number}
        </Link>{' '}
        {sum(amount)}
      </div>
    ))}
  </>
);

/** The claims of a line, and the day on which it comes. */
const Claims = ({ line: { claims = [], delayedUntil } }: { line: OrderLine }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const last = claims.at(-1);
  if (!last && delayedUntil === undefined) return null;
  const texts = [
    last && t('orders.claimed-times', { count: claims.length, date: date(last.on) }),
    delayedUntil !== undefined && t('orders.delayed', { date: date(delayedUntil) }),
  ];
  return <div className="quiet">{texts.filter(Boolean).join(', ')}</div>;
};

const placed: readonly Order['state'][] = ['placed', 'partly-received', 'received'];

type Lines = { order: Order; mayReceive: boolean; tooLate: readonly { line: number; comesOn: string }[] };

/** The lines of an order: what was ordered, what it costs which fund, and what arrived. */
export const OrderLines = ({ order, mayReceive, tooLate }: Lines) => {
  const t = useTranslate();
  const { money } = useFormat();
  const isPlaced = placed.includes(order.state);
  const sum = (amount: number): string => money(amount, order.currency);
  return (
    <ScrollTable name={t('orders.lines')}>
      <thead>
        <tr>
          <th scope="col">{t('orders.title-column')}</th>
          <th scope="col" className="num">
            {t('orders.arrived')}
          </th>
          <th scope="col" className="num">
            {t('orders.invoiced')}
          </th>
          <th scope="col" className="num">
            {t('orders.price')}
          </th>
          <th scope="col">{t('orders.funds')}</th>
          {isPlaced && mayReceive && <th scope="col">{t('orders.receiving')}</th>}
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <tr key={`${line.number}-${line.received}`}>
            <th scope="row">
              {line.title}
              {line.isbn !== undefined && <span className="quiet"> {line.isbn}</span>}
              {line.note !== undefined && <span className="quiet"> {line.note}</span>}
              <NeededBy neededBy={line.neededBy} comesOn={tooLate.find((late) => late.line === line.number)?.comesOn} />
              {line.cancelled && (
                <span className="quiet">
                  {' '}
                  {t('orders.cancelled', { count: line.cancelled.copies, reason: line.cancelled.reason })}
                </span>
              )}
              {line.answer && (
                <VendorAnswer answer={line.answer} currency={line.price.foreign?.currency ?? order.currency} />
              )}
              {missingOf(line) > 0 && <Claims line={line} />}
            </th>
            <td className="num">
              {t('orders.of', { received: line.received, wanted: line.received + missingOf(line) })}
            </td>
            <td className="num">
              <Invoiced memberId={order.memberId} line={line} sum={sum} />
            </td>
            <td className="num">
              {sum(line.total)}
              {line.tax > 0 && <span className="quiet"> {t('orders.with-tax', { amount: sum(line.tax) })}</span>}
              {line.price.foreign && (
                <span className="quiet">
                  {' '}
                  {t('orders.rate', { currency: line.price.foreign.currency, rate: line.price.foreign.rate })}
                </span>
              )}
            </td>
            <td>
              {line.encumbrances.map(({ fund, amount }) => (
                <div key={fund}>
                  {fund} {sum(amount)}
                </div>
              ))}
            </td>
            {isPlaced && mayReceive && (
              <td>
                <Receiving order={order} line={line} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

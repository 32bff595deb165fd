import { Button, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { asProblem } from '../../../api/problem.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { placeTime, usePlaceZone } from '../../../i18n/place-time.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { type Funds, useFunds } from '../funds/funds.ts';
import { type Order, useOrder, type Vendor } from '../orders/orders.ts';
import { HeadFields } from './head-fields.tsx';
import {
  type EnteredCost,
  type EnteredLine,
  emptyCost,
  enteredCost,
  enteredLine,
  type Fault,
  headOf,
  invoiceBody,
  ownLine,
  receivedLines,
} from './invoice-entry.ts';
import { type Invoice, useWriteInvoice } from './invoices.ts';
import { InvoiceCostFields, InvoiceLineFields } from './line-fields.tsx';
import { OrderChoice } from './order-choice.tsx';

type Props = {
  memberId: string;
  vendors: readonly Vendor[];
  /** The open invoice that is entered anew; a new one when absent. */
  invoice?: Invoice | undefined;
  /** The order whose received lines a new invoice begins with. */
  order?: Order | undefined;
  done: (invoice: Invoice) => void;
};

/** Names the invoice that has the number already. */
const NumberUsed = ({ memberId, thrown }: { memberId: string; thrown: Error }) => {
  const t = useTranslate();
  const used = asProblem(thrown).reasons.find(({ code }) => code === 'invoice-number-used');
  const invoiceId = used?.params.invoice;
  return (
    <FailedNotice thrown={thrown}>
      {typeof invoiceId === 'string' && (
        <Link to="/invoices/$invoiceId" params={{ invoiceId }} search={{ member: memberId }}>
          {t('invoices.see-other')}
        </Link>
      )}
    </FailedNotice>
  );
};

/** Returns the lines and costs with which the form begins. */
const beginning = (
  { invoice, order }: Pick<Props, 'invoice' | 'order'>,
  typed: (minor: number, currency: string) => string,
): { lines: EnteredLine[]; costs: EnteredCost[] } => {
  if (!invoice) return { lines: order ? receivedLines(order, [], 1, typed) : [], costs: [] };
  const own = invoice.foreign?.currency ?? invoice.currency;
  return {
    lines: invoice.lines.map((line) => enteredLine(line, own, typed)),
    costs: invoice.adjustments.map((cost, at) => enteredCost(cost, at, own, typed)),
  };
};

const Fields = ({
  memberId,
  vendors,
  invoice,
  order,
  done,
  data,
  chooseYear,
}: Props & { data: Funds; chooseYear: (year: string) => void }) => {
  const t = useTranslate();
  const { minor, typed } = useFormat();
  const zone = usePlaceZone();
  const write = useWriteInvoice(memberId);
  const year = data.years.find((one) => one.year === data.year);
  const first = { vendor: order?.vendor ?? vendors[0]?.code ?? '', day: placeTime(zone, new Date()).day };
  const foreign = order?.lines[0]?.price.foreign;
  const [head, setHead] = useState({
    ...headOf(invoice, first, typed),
    ...(foreign && { currency: foreign.currency, rate: foreign.rate, source: foreign.source }),
  });
  const [{ lines, costs }, setParts] = useState(() => beginning({ invoice, order }, typed));
  const next = useRef(1_000);
  const [fault, setFault] = useState<Fault>();
  if (!year) return <p className="quiet">{t('funds.no-year')}</p>;
  const { currency } = year;
  const own = head.currency.trim().toUpperCase() || currency;
  const setLines = (after: EnteredLine[]): void => setParts({ lines: after, costs });
  const setCosts = (after: EnteredCost[]): void => setParts({ lines, costs: after });
  const nextId = (count = 1): number => {
    next.current += count;
    return next.current - count;
  };
  const addOrder = (added: Order): number => {
    const more = receivedLines(added, lines, nextId(50), typed);
    setLines([...lines, ...more]);
    return more.length;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = invoiceBody({ head, lines, costs }, { year: year.year, currency }, minor);
    setFault('field' in body ? body : undefined);
    if ('field' in body) return;
    const named = invoice ? { invoiceId: invoice.invoiceId, v: invoice.v } : { v: 0 };
    write.mutate({ ...body, ...named }, { onSuccess: done });
  };
  return (
    <form className="stack" aria-label={t('invoices.form')} onSubmit={submit} noValidate>
      <HeadFields
        head={head}
        vendors={vendors}
        currency={own}
        fault={fault?.id === undefined ? fault?.field : undefined}
        change={setHead}
      />
      <div className="row invoice-order">
        <NativeSelect
          size="sm"
          label={t('funds.year')}
          value={year.year}
          data={data.years
            .filter(({ state }) => state !== 'closed')
            .map((one) => ({ value: one.year, label: one.name }))}
          onChange={({ currentTarget: { value } }) => chooseYear(value)}
        />
      </div>
      <OrderChoice memberId={memberId} vendor={head.vendor} year={year.year} add={addOrder} />
      {lines.map((line, at) => (
        <InvoiceLineFields
          key={line.id}
          of={line}
          number={at + 1}
          currency={own}
          funds={data.funds}
          fault={fault?.id === line.id ? fault.field : undefined}
          change={(after) => setLines(lines.map((one) => (one.id === line.id ? after : one)))}
          remove={() => setLines(lines.filter(({ id }) => id !== line.id))}
        />
      ))}
      {costs.map((cost) => (
        <InvoiceCostFields
          key={`cost-${cost.id}`}
          of={cost}
          currency={own}
          funds={data.funds}
          fault={fault?.id === cost.id ? fault.field : undefined}
          change={(after) => setCosts(costs.map((one) => (one.id === cost.id ? after : one)))}
          remove={() => setCosts(costs.filter(({ id }) => id !== cost.id))}
        />
      ))}
      <p className="row">
        <Button size="sm" variant="default" onClick={() => setLines([...lines, ownLine(nextId(), lines.at(-1)?.fund)])}>
          {t('invoices.add-line')}
        </Button>
        <Button size="sm" variant="default" onClick={() => setCosts([...costs, emptyCost(nextId())])}>
          {t('invoices.add-cost')}
        </Button>
        <Button type="submit" size="sm" loading={write.isPending}>
          {t('invoices.save')}
        </Button>
      </p>
      {fault && (
        <p className="bad" role="alert">
          {t(fault.field === 'lines' ? 'invoice-fault.lines' : 'invoices.faulty')}
        </p>
      )}
      {write.error && <NumberUsed memberId={memberId} thrown={write.error} />}
    </form>
  );
};

/** The form of an invoice: vendor and number, received lines of orders, own lines, and costs beside them. */
export const InvoiceForm = ({ orderId, ...props }: Omit<Props, 'order'> & { orderId?: string | undefined }) => {
  const t = useTranslate();
  const [year, setYear] = useState(props.invoice?.year);
  const ordered = useOrder(orderId === undefined ? '' : props.memberId, orderId ?? '');
  const order = orderId === undefined ? undefined : ordered.data?.order;
  const { data, error, refetch } = useFunds(props.memberId, year ?? order?.year);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (orderId !== undefined && ordered.error) return <FailedNotice thrown={ordered.error} />;
  if (!data || (orderId !== undefined && !order)) return <Waiting rows={3} height={60} />;
  if (props.vendors.length === 0) return <p className="quiet">{t('invoices.no-vendors')}</p>;
  return <Fields {...props} order={order} data={data} chooseYear={setYear} />;
};

import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useVendors, type Vendor } from '../orders/orders.ts';
import { BuyingPage } from '../shared/buying-page.tsx';
import { useBuying } from '../shared/use-buying.ts';
import { InvoiceActs } from './invoice-acts.tsx';
import { InvoiceForm } from './invoice-form.tsx';
import { InvoiceLines } from './invoice-lines.tsx';
import { InvoiceBadge } from './invoice-state.tsx';
import './invoices.css';
import { type Invoice, type Shown, useInvoice } from './invoices.ts';

const route = getRouteApi('/invoices/$invoiceId');

const Steps = ({ invoice, names }: { invoice: Invoice; names: Record<string, string> }) => {
  const t = useTranslate();
  const { time, date } = useFormat();
  return (
    <ol className="invoice-steps">
      {invoice.steps.map(({ act, by, at, reason, on, reference }) => (
        <li key={`${at}-${act}`}>
          {time(at)}: {t(`invoice-act.${act}`)}
          {on !== undefined && ` ${t('invoices.on-by', { day: date(on), reference: reference ?? '' })}`}
          {reason !== undefined && ` – ${reason}`} <span className="quiet">{names[by] ?? t('funds.somebody')}</span>
        </li>
      ))}
    </ol>
  );
};

/** What the vendor is paid, what the funds pay, and whether the stated sum differs. */
const Sums = ({ invoice }: { invoice: Invoice }) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const { foreign, currency, payable, total, lockTotal, dueDate, adjustments, vouchers = [] } = invoice;
  const own = foreign?.currency ?? currency;
  const exchange = invoice.lines.reduce((sum, line) => sum + (line.exchange ?? 0), 0);
  return (
    <>
      <p>
        {t('invoices.payable', { amount: money(payable, own), day: date(invoice.date) })}
        {dueDate !== undefined && ` ${t('invoices.due-on', { day: date(dueDate) })}`}{' '}
        {t('invoices.spent', { amount: money(total, currency), year: invoice.year })}
        {foreign && ` ${t('orders.rate', { currency: foreign.currency, rate: foreign.rate })}.`}
        {exchange !== 0 && ` ${t('invoices.exchange', { amount: money(exchange, currency) })}.`}
      </p>
      {lockTotal !== undefined && lockTotal !== payable && (
        <p className="bad">
          {t('invoices.stated-differs', { stated: money(lockTotal, own), difference: money(lockTotal - payable, own) })}
        </p>
      )}
      {vouchers.length > 0 && (
        <p>
          {t('payments.vouchers', {
            vouchers: vouchers
              .map(({ number, payee, amount }) =>
                [number, payee, money(amount, own)].filter((text) => text !== undefined).join(' '),
              )
              .join('; '),
          })}
        </p>
      )}
      {adjustments.length > 0 && (
        <ul>
          {adjustments.map((cost, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: costs have no other identity and never change places here.
            <li key={at}>
              {cost.text}: {money(cost.amount, own)},{' '}
              {'prorate' in cost
                ? t(`invoice-prorate.${cost.prorate}`)
                : cost.shares.map(({ fund }) => fund).join(', ')}
              {cost.payee !== undefined && ` (${t('invoices.paid-to', { payee: cost.payee })})`}
            </li>
          ))}
        </ul>
      )}
      {invoice.note !== undefined && <p>{invoice.note}</p>}
    </>
  );
};

type Props = { shown: Shown; vendors: readonly Vendor[]; may: ReturnType<typeof useBuying> };

const Whole = ({ shown, vendors, may }: Props) => {
  const t = useTranslate();
  const [isEditing, setIsEditing] = useState(false);
  const { invoice, names } = shown;
  const vendor = vendors.find(({ code }) => code === invoice.vendor);
  if (isEditing)
    return (
      <Panel title={t('invoices.edit')}>
        <InvoiceForm memberId={invoice.memberId} vendors={vendors} invoice={invoice} done={() => setIsEditing(false)} />
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
        title={vendor?.name ?? invoice.vendor}
        note={<InvoiceBadge state={invoice.state} />}
        action={
          (may.mayOrder || may.mayAllocate) &&
          invoice.state === 'open' && (
            <Button size="sm" variant="default" onClick={() => setIsEditing(true)}>
              {t('invoices.edit')}
            </Button>
          )
        }
      >
        <Sums invoice={invoice} />
        <InvoiceActs key={invoice.v} shown={shown} may={may} />
      </Panel>
      <Panel title={t('invoices.lines')} flush>
        <InvoiceLines shown={shown} />
      </Panel>
      <Panel title={t('orders.history')}>
        <Steps invoice={invoice} names={names} />
      </Panel>
    </>
  );
};

const One = ({ memberId, invoiceId, may }: { memberId: string; invoiceId: string; may: Props['may'] }) => {
  const { data, error, refetch } = useInvoice(memberId, invoiceId);
  const vendors = useVendors(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data || !vendors.data) return <Waiting rows={4} height={80} />;
  return <Whole shown={data} vendors={vendors.data.vendors} may={may} />;
};

/** The page of an invoice: its lines beside what was ordered and received, what may be done with it, and its history. */
export const InvoicePage = () => {
  const t = useTranslate();
  const { invoiceId } = route.useParams();
  const may = useBuying(route.useSearch().member);
  const shown = useInvoice(may.member ?? '', may.member ? invoiceId : '');
  const title = shown.data ? t('invoices.one', { number: shown.data.invoice.number }) : t('invoices.invoice');
  return (
    <BuyingPage
      may={may}
      title={title}
      beside={
        <Link to="/invoices" search={may.mayChoose && may.member ? { member: may.member } : {}}>
          {t('invoices.all-invoices')}
        </Link>
      }
      back={`/invoices/${invoiceId}`}
    >
      {(member) => <One key={invoiceId} memberId={member} invoiceId={invoiceId} may={may} />}
    </BuyingPage>
  );
};

import { Link } from '@tanstack/react-router';
import { Badge } from '../../../components/badge.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Vendor } from '../orders/orders.ts';
import { Differing, InvoiceBadge } from './invoice-state.tsx';
import { type InvoiceFilter, useInvoices } from './invoices.ts';

type Props = { memberId: string; filter: InvoiceFilter; vendors: readonly Vendor[]; name: string; none: string };

const columns = ['number', 'vendor', 'text', 'state', 'differs', 'total', 'date', 'due'] as const;

/** The invoices of a library that a filter lets through, the newest first, with what does not match. */
export const InvoiceList = ({ memberId, filter, vendors, name, none }: Props) => {
  const t = useTranslate();
  const { money, date } = useFormat();
  const list = useInvoices(memberId, filter);
  const { data, error, refetch } = list;
  const invoices = data?.pages.flatMap((page) => page.invoices) ?? [];
  const names = new Map(vendors.map((vendor) => [vendor.code, vendor.name]));
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={4} height={40} />;
  if (invoices.length === 0) return <Empty title={none} />;
  return (
    <>
      <ScrollTable name={name}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'total' ? 'num' : ''}>
                {t(`invoices.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {invoices.map((invoice) => (
            <tr key={invoice.invoiceId}>
              <th scope="row">
                <Link to="/invoices/$invoiceId" params={{ invoiceId: invoice.invoiceId }} search={{ member: memberId }}>
                  {invoice.number}
                </Link>
              </th>
              <td>{names.get(invoice.vendor) ?? invoice.vendor}</td>
              <td>
                {invoice.text}
                {invoice.lines > 1 && (
                  <span className="quiet"> {t('invoices.and-more', { count: invoice.lines - 1 })}</span>
                )}
              </td>
              <td>
                <InvoiceBadge state={invoice.state} />
              </td>
              <td>
                <Differing differs={invoice.differs} />
                {invoice.lockTotal !== undefined && invoice.lockTotal !== invoice.payable && (
                  <Badge tone="warn" icon="warn">
                    {t('invoices.sum-differs')}
                  </Badge>
                )}
              </td>
              <td className="num">{money(invoice.total, invoice.currency)}</td>
              <td>{date(invoice.date)}</td>
              <td>{invoice.dueDate === undefined ? '–' : date(invoice.dueDate)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <ShowMore {...list} />
    </>
  );
};

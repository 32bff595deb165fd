import { Link } from '@tanstack/react-router';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { percentText } from '../orders/order-entry.ts';
import { Differing } from './invoice-state.tsx';
import type { InvoiceLine, Match, Shown } from './invoices.ts';

const columns = ['text', 'ordered', 'received', 'invoiced', 'price', 'sum', 'funds'] as const;
const numbers: readonly string[] = ['ordered', 'received', 'invoiced', 'price', 'sum'];

const OrderOf = ({ line, shown }: { line: InvoiceLine; shown: Shown }) => {
  const t = useTranslate();
  if (!('order' in line)) return <span className="quiet"> {t('invoices.no-order')}</span>;
  const { orderId, releases } = line.order;
  const order = shown.orders.find((one) => one.orderId === orderId);
  return (
    <>
      {' '}
      <Link to="/orders/$orderId" params={{ orderId }} search={{ member: shown.invoice.memberId }}>
        {order?.number ?? t('orders.order')}
      </Link>
      {releases && <span className="quiet"> {t('invoices.releases')}</span>}
    </>
  );
};

const Row = ({ line, match, shown }: { line: InvoiceLine; match: Match | undefined; shown: Shown }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { foreign, currency } = shown.invoice;
  const own = foreign?.currency ?? currency;
  return (
    <tr>
      <th scope="row">
        {line.text}
        <OrderOf line={line} shown={shown} />
        {match && <Differing differs={match.differs} />}
      </th>
      <td className="num">{match?.wanted ?? '–'}</td>
      <td className="num">{match?.received ?? '–'}</td>
      <td className="num">
        {line.copies}
        {match !== undefined && match.invoiced !== 0 && (
          <span className="quiet"> {t('invoices.in-others', { count: match.invoiced })}</span>
        )}
      </td>
      <td className="num">
        {money(line.price, own)}
        {match && match.expected !== line.price && (
          <span className="quiet"> {t('invoices.expected', { amount: money(match.expected, own) })}</span>
        )}
      </td>
      <td className="num">
        {money(line.total, currency)}
        {line.tax > 0 && <span className="quiet"> {t('orders.with-tax', { amount: money(line.tax, own) })}</span>}
        {line.adjusted !== 0 && (
          <span className="quiet"> {t('invoices.with-costs', { amount: money(line.adjusted, own) })}</span>
        )}
        {line.exchange !== undefined && (
          <span className="quiet"> {t('invoices.exchange', { amount: money(line.exchange, currency) })}</span>
        )}
      </td>
      <td>
        {line.parts.map(({ fund, amount }) => (
          <div key={fund}>
            {fund} {money(amount, currency)}
          </div>
        ))}
      </td>
    </tr>
  );
};

/** The lines of an invoice beside what was ordered, received and invoiced, with what does not match. */
export const InvoiceLines = ({ shown }: { shown: Shown }) => {
  const t = useTranslate();
  const matches = new Map(shown.matches.map((match) => [match.line, match]));
  return (
    <>
      <ScrollTable name={t('invoices.lines')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={numbers.includes(column) ? 'num' : ''}>
                {t(`invoices.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.invoice.lines.map((line) => (
            <Row key={line.number} line={line} match={matches.get(line.number)} shown={shown} />
          ))}
        </tbody>
      </ScrollTable>
      <p className="quiet invoice-note">{t('invoices.tolerance', { percent: percentText(shown.tolerance) || '0' })}</p>
    </>
  );
};

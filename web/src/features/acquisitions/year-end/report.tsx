import { Link } from '@tanstack/react-router';
import { Fact } from '../../../components/fact.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Year } from '../funds/funds.ts';
import { type FundRow, type List, type OrderRow, type RollOver, useReport } from './year-end.ts';

type Props = { memberId: string; year: Year; rollOver: RollOver };

const sums = ['unspent', 'carried', 'lapsed', 'copied'] as const;

const FundRows = ({ rows, year, rollOver }: { rows: readonly FundRow[]; year: Year; rollOver: RollOver }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { totals } = rollOver;
  return (
    <ScrollTable name={t('rollover-list.funds')}>
      <thead>
        <tr>
          <th scope="col">{t('rollover.fund')}</th>
          <th scope="col">{t('rollover.successor')}</th>
          {sums.map((name) => (
            <th key={name} scope="col" className="num">
              {t(`rollover.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.fund}>
            <th scope="row">{row.fund}</th>
            <td>
              {row.blocked ? <span className="bad">{t(`rollover-blocked.${row.blocked}`)}</span> : (row.to ?? '–')}{' '}
              {row.isMade && <span className="quiet">{t('rollover.is-made')}</span>}
            </td>
            {sums.map((name) => (
              <td key={name} className="num">
                {money(row[name], year.currency)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {totals && (
        <tfoot>
          <tr>
            <th scope="row">{t('rollover.sum')}</th>
            <td />
            {sums.map((name) => (
              <td key={name} className="num">
                {money(totals[name] ?? 0, year.currency)}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </ScrollTable>
  );
};

const takenBy = ({ takes }: OrderRow): number => takes.reduce((sum, { amount }) => sum + amount, 0);

const OrderRows = ({ rows, year, list }: { rows: readonly OrderRow[]; year: Year; list: List }) => {
  const t = useTranslate();
  const { money } = useFormat();
  return (
    <ScrollTable name={t(`rollover-list.${list}`)}>
      <thead>
        <tr>
          <th scope="col">{t('rollover.order')}</th>
          <th scope="col" className="num">
            {t('rollover.before')}
          </th>
          {list !== 'stays' && (
            <th scope="col" className="num">
              {t('rollover.after')}
            </th>
          )}
          {list !== 'rolls' && <th scope="col">{t('rollover.why')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.orderId}>
            <th scope="row">
              <Link to="/orders/$orderId" params={{ orderId: row.orderId }}>
                {row.number}
              </Link>
            </th>
            <td className="num">{money(row.before, year.currency)}</td>
            {list !== 'stays' && <td className="num">{money(takenBy(row), year.currency)}</td>}
            {list !== 'rolls' && (
              <td>
                {t(`rollover-outcome.${row.outcome}`, {
                  fund: row.fund ?? '',
                  shortfall: money(row.shortfall ?? 0, year.currency),
                })}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** One list of the report; nothing when it has no rows. */
const OneList = ({ memberId, year, rollOver, list }: Props & { list: List }) => {
  const t = useTranslate();
  const report = useReport({ memberId, year: year.year }, rollOver, list);
  const { data, error, refetch } = report;
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={2} height={40} />;
  const rows = data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return undefined;
  const orders = rows.flatMap((row) => (row.kind === 'order' ? [row] : []));
  return (
    <>
      <h3>{t(`rollover-list.${list}`)}</h3>
      {list === 'funds' ? (
        <FundRows rows={rows.flatMap((row) => (row.kind === 'fund' ? [row] : []))} year={year} rollOver={rollOver} />
      ) : (
        <OrderRows rows={orders} year={year} list={list} />
      )}
      <ShowMore {...report} />
    </>
  );
};

/** The invoices that a person should end before the year is closed. */
const OpenInvoices = ({ rollOver: { openInvoices } }: Pick<Props, 'rollOver'>) => {
  const t = useTranslate();
  if (!openInvoices || openInvoices.length === 0) return undefined;
  return (
    <p className="notice notice-warn">
      {t('rollover.open-invoices', { count: openInvoices.length })}{' '}
      <Link to="/invoices">{openInvoices.join(', ')}</Link>
    </p>
  );
};

/** The report of a roll-over: its sums, what prevents it, the orders that a person should look at first, the funds, and the other orders. */
export const Report = ({ memberId, year, rollOver }: Props) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { totals } = rollOver;
  if (!totals) return undefined;
  const { blocked = 0, rolls = 0, before = 0, after = 0, problems = 0, stays = 0 } = totals;
  return (
    <div className="stack">
      {blocked > 0 && <p className="notice notice-bad">{t('rollover.blocked', { count: blocked })}</p>}
      <OpenInvoices rollOver={rollOver} />
      <dl className="facts">
        <Fact name={t('rollover.rolls')}>
          {t('rollover.rolls-meaning', {
            count: rolls,
            before: money(before, year.currency),
            after: money(after, year.currency),
          })}
        </Fact>
        <Fact name={t('rollover.problems')}>{String(problems)}</Fact>
        <Fact name={t('rollover.stays')}>{String(stays)}</Fact>
      </dl>
      {(['problems', 'funds', 'rolls', 'stays'] as const).map((list) => (
        <OneList key={list} memberId={memberId} year={year} rollOver={rollOver} list={list} />
      ))}
    </div>
  );
};

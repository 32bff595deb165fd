import { Link } from '@tanstack/react-router';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Price, RowOf } from './statement.ts';
import { useLineName } from './use-line-name.ts';

/** The unit price of each meter used in the days' amounts. */
const PriceRows = ({ prices, currency }: { prices: readonly Price[]; currency: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { amount: shown } = useFormat();
  return (
    <ScrollTable name={t('evidence.prices')}>
      <caption>{t('evidence.prices')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('evidence.meter')}</th>
          <th scope="col">{t('evidence.unit')}</th>
          <th scope="col" className="num">
            {t('evidence.price', { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {prices.map(({ meter, unit, price }) => (
          <tr key={meter}>
            <th scope="row">{textOf('meter', meter, meter)}</th>
            <td>{unit}</td>
            <td className="num">{shown(price, currency, 9)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

type Days = { rows: readonly RowOf<'day'>[]; of: string; currency: string; prices: readonly Price[] };

/** Days of use by operation, with units and cost; each links to its requests, unless they are synthetic. `of` is the member or pool. */
export const DayRows = ({ rows, of, currency, prices }: Days) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, number, amount: shown } = useFormat();
  const hasAmounts = rows.some(({ amount }) => amount !== undefined);
  return (
    <>
      <ScrollTable name={t('evidence.by-day')}>
        <caption>{t('evidence.by-day')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('evidence.day')}</th>
            <th scope="col">{t('month.operation')}</th>
            <th scope="col" className="num">
              {t('month.count')}
            </th>
            <th scope="col" className="num">
              {t('evidence.succeeded')}
            </th>
            <th scope="col">{t('evidence.units')}</th>
            {hasAmounts && (
              <th scope="col" className="num">
                {t('month.amount', { currency })}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, operation, events, succeeded, synthetic, units, amount }) => (
            <tr key={`${day} ${operation}`}>
              <th scope="row">{date(`${day}T12:00:00`)}</th>
              <td>
                {synthetic ? (
                  operation
                ) : (
                  <Link to="/days/$day" params={{ day }} search={{ member: of, operation }}>
                    {operation}
                  </Link>
                )}
              </td>
              <td className="num">{number(events)}</td>
              <td className="num">{number(succeeded)}</td>
              <td>
                <small>
                  {units
                    .map(({ meter, quantity }) => `${textOf('meter', meter, meter)}: ${Number(quantity)}`)
                    .join(' · ')}
                </small>
              </td>
              {hasAmounts && <td className="num">{amount !== undefined && shown(amount, currency, 6)}</td>}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {prices.length > 0 && <PriceRows prices={prices} currency={currency} />}
    </>
  );
};

/** Ledger entries: what a member owes or is owed by each. */
export const EntryRows = ({ rows }: { rows: readonly RowOf<'entry'>[] }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time, money } = useFormat();
  return (
    <ScrollTable name={t('evidence.in-ledger')}>
      <thead>
        <tr>
          <th scope="col">{t('evidence.entry')}</th>
          <th scope="col">{t('charge.what')}</th>
          <th scope="col">{t('charge.when')}</th>
          <th scope="col" className="num">
            {t('ledgers.owes')}
          </th>
          <th scope="col" className="num">
            {t('ledgers.owed')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ entryId, at, entryKind, side, amount, currency }) => (
          <tr key={`${entryId} ${side}`}>
            <th scope="row">
              <small>{entryId}</small>
            </th>
            <td>{textOf('entry', entryKind)}</td>
            <td>{time(at)}</td>
            <td className="num">{side === 'credit' && money(amount, currency)}</td>
            <td className="num">{side === 'debit' && money(amount, currency)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** The lines on which a tax was calculated. */
export const LineRows = ({ rows, currency }: { rows: readonly RowOf<'line'>[]; currency: string }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const nameOf = useLineName();
  return (
    <ScrollTable name={t('evidence.of-lines')}>
      <thead>
        <tr>
          <th scope="col">{t('statements.line')}</th>
          <th scope="col" className="num">
            {t('statements.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.lineId}>
            <th scope="row">{nameOf(row)}</th>
            <td className="num">{money(row.amount, currency)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { operationName } from '../shared/operation-name.ts';
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

/** One operation on a day, with its units in words; it links to its requests, unless they are synthetic. */
const OperationRow = ({
  row,
  of,
  currency,
  hasAmounts,
}: Omit<Days, 'rows' | 'prices'> & { row: RowOf<'day'>; hasAmounts: boolean }) => {
  const textOf = useTextOf();
  const { number, amount: shown } = useFormat();
  const { day, operation, events, succeeded, synthetic, units, amount } = row;
  const name = operationName(operation);
  return (
    <tr className="evidence-operation">
      <th scope="row">
        {synthetic ? (
          name
        ) : (
          <Link to="/days/$day" params={{ day }} search={{ member: of, operation }}>
            {name}
          </Link>
        )}
      </th>
      <td className="num">{number(events)}</td>
      <td className="num">{number(succeeded)}</td>
      <td>
        <small>
          {units
            .map(({ meter, quantity }) => `${textOf('meter', meter, meter)}: ${number(Number(quantity))}`)
            .join(' · ')}
        </small>
      </td>
      {hasAmounts && <td className="num">{amount !== undefined && shown(amount, currency, 6)}</td>}
    </tr>
  );
};

/** A day of use with its sums, which expands to its operations. The exact amounts are those of the operations. */
const DayRow = ({ day, rows, hasAmounts, ...of }: Omit<Days, 'prices'> & { day: string; hasAmounts: boolean }) => {
  const t = useTranslate();
  const { date, number, amount: shown } = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const sum = (value: (row: RowOf<'day'>) => number): number => rows.reduce((all, row) => all + value(row), 0);
  const name = date(day);
  return (
    <>
      <tr>
        <th scope="row">
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={isOpen}
            aria-label={t('evidence.open-day', { day: name })}
            onClick={() => setIsOpen(!isOpen)}
          >
            {name}
          </Button>
        </th>
        <td className="num">{number(sum(({ events }) => events))}</td>
        <td className="num">{number(sum(({ succeeded }) => succeeded))}</td>
        <td>{t('evidence.operations', { count: rows.length })}</td>
        {hasAmounts && (
          <td className="num">{shown(String(sum(({ amount }) => Number(amount ?? 0))), of.currency, 6)}</td>
        )}
      </tr>
      {isOpen && rows.map((row) => <OperationRow key={row.operation} row={row} hasAmounts={hasAmounts} {...of} />)}
    </>
  );
};

/** Use by day, folded: each day expands to its operations with units and cost. `of` is the member or pool. */
export const DayRows = ({ rows, of, currency, prices }: Days) => {
  const t = useTranslate();
  const hasAmounts = rows.some(({ amount }) => amount !== undefined);
  return (
    <>
      <ScrollTable name={t('evidence.by-day')}>
        <caption>{t('evidence.by-day')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('evidence.day')}</th>
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
          {[...Map.groupBy(rows, ({ day }) => day)].map(([day, own]) => (
            <DayRow key={day} day={day} rows={own} of={of} currency={currency} hasAmounts={hasAmounts} />
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

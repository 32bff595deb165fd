import { Link } from '@tanstack/react-router';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { staffName } from '../../../components/staff-name.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useLineIdName } from '../shared/line-id-name.ts';
import { readable } from '../shared/workbench.ts';
import type { RowOf } from './statement.ts';

/** The platform bill's cells behind a line, each with its total cost and the member's share. */
export const BilledRows = ({ rows, currency }: { rows: readonly RowOf<'billed'>[]; currency: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { amount: shown, number, date } = useFormat();
  const day = (text: string): string => date(text);
  return (
    <ScrollTable name={t('evidence.of-bill')}>
      <caption>{t('evidence.of-bill')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('evidence.bill-service')}</th>
          <th scope="col">{t('evidence.bill-category')}</th>
          <th scope="col">{t('statements.from-to')}</th>
          <th scope="col" className="num">
            {t('evidence.bill-cost', { currency })}
          </th>
          <th scope="col">{t('evidence.key')}</th>
          <th scope="col" className="num">
            {t('evidence.part', { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ service, category, usageType, from, until, cost, key, share, amount }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a credit and its reversal may be the same in all else.
          <tr key={at}>
            <th scope="row">{usageType === '' ? service : `${service}: ${usageType}`}</th>
            <td>{textOf('line', `billed-${category}`)}</td>
            <td>{from === until ? day(from) : `${day(from)} – ${day(until)}`}</td>
            <td className="num">{shown(cost, currency, 6)}</td>
            <td>{`${key}: ${number(Number(share) * 100)} %`}</td>
            <td className="num">{shown(amount, currency, 6)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

type FeeParts = Pick<RowOf<'fee'>, 'parts' | 'currency'> & { sums: readonly { name: string; amount: number }[] };

/** A fee by part, with the figure behind each, and the total. */
const Parts = ({ parts, currency, sums }: FeeParts) => {
  const t = useTranslate();
  const { money } = useFormat();
  return (
    <ScrollTable name={t('evidence.fee-parts')}>
      <caption>{t('evidence.fee-parts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('statements.line')}</th>
          <th scope="col">{t('evidence.rests-on')}</th>
          <th scope="col" className="num">
            {t('statements.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ title, basis, amount: part }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a fee stand in the order of its formula.
          <tr key={at}>
            <th scope="row">{title}</th>
            <td>{basis && `${readable(basis.figure)}: ${basis.value}`}</td>
            <td className="num">{money(part, currency)}</td>
          </tr>
        ))}
        {sums.map(({ name, amount }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td />
            <td className="num">{money(amount, currency)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

const Figures = ({ row: { figures } }: { row: RowOf<'fee'> }) => {
  const t = useTranslate();
  const { number } = useFormat();
  const all = Object.entries(figures).flatMap(([name, years]) =>
    Object.entries(years).map(([year, value]) => ({ name, year, value })),
  );
  if (all.length === 0) return null;
  return (
    <ScrollTable name={t('evidence.figures')}>
      <caption>{t('evidence.figures')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('workbench.figure')}</th>
          <th scope="col">{t('evidence.figure-year')}</th>
          <th scope="col" className="num">
            {t('evidence.figure-value')}
          </th>
        </tr>
      </thead>
      <tbody>
        {all.map(({ name, year, value }) => (
          <tr key={`${name} ${year}`}>
            <th scope="row">{readable(name)}</th>
            <td>{year}</td>
            <td className="num">{number(value)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** A member's frozen fee: its parts, the year, the month's twelfth, and the member's figures at that time. */
export const FeeRows = ({ rows }: { rows: readonly RowOf<'fee'>[] }) => {
  const t = useTranslate();
  const { number } = useFormat();
  return rows.map((row) => (
    <div key={row.scenarioId}>
      <p className="quiet">{`${row.title} (${row.year}): ${row.decisionReference}`}</p>
      <Parts
        parts={row.parts}
        currency={row.currency}
        sums={[
          { name: t('evidence.yearly'), amount: row.yearly },
          { name: t('evidence.twelfth', { number: number(row.twelfth) }), amount: row.amount },
        ]}
      />
      <Figures row={row} />
    </div>
  ));
};

/** A member's fee by the year's actual costs, part by part. */
export const YearFeeRows = ({ rows }: { rows: readonly RowOf<'year-fee'>[] }) => {
  const t = useTranslate();
  return rows.map(({ year, parts, currency, amount }) => (
    <Parts key={year} parts={parts} currency={currency} sums={[{ name: t('true-up.actual'), amount }]} />
  ));
};

/** The entries of a year's fee in the member's closed statements; each links to its line. */
export const DueRows = ({ rows, memberId }: { rows: readonly RowOf<'due'>[]; memberId: string }) => {
  const t = useTranslate();
  const { money, month: monthName } = useFormat();
  return (
    <ScrollTable name={t('true-up.billed')}>
      <caption>{t('true-up.billed')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('evidence.month')}</th>
          <th scope="col">{t('evidence.invoice')}</th>
          <th scope="col" className="num">
            {t('statements.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ month, lineId, invoice, amount, currency }) => (
          <tr key={`${month} ${lineId}`}>
            <th scope="row">
              <Link to="/statements/$month/$memberId" params={{ month, memberId }} search={{ line: lineId }}>
                {monthName(month)}
              </Link>
            </th>
            <td>{invoice}</td>
            <td className="num">{money(amount, currency)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

/** A manual adjustment: who made it, when and why, and what it corrects. */
export const AdjustmentRows = (asked: {
  rows: readonly RowOf<'adjustment'>[];
  names: Readonly<Record<string, string>>;
  currency: string;
  memberId: string;
}) => {
  const { rows, names, currency, memberId } = asked;
  const t = useTranslate();
  const { time, money, month: monthName } = useFormat();
  const lineName = useLineIdName();
  return (
    <ScrollTable name={t('evidence.put-in')}>
      <thead>
        <tr>
          <th scope="col">{t('evidence.put-in')}</th>
          <th scope="col">{t('evidence.put-in-by')}</th>
          <th scope="col">{t('evidence.reason')}</th>
          <th scope="col">{t('evidence.corrects')}</th>
          <th scope="col" className="num">
            {t('statements.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ by, at, reason, corrects, amount }) => (
          <tr key={at}>
            <th scope="row">{time(at)}</th>
            <td>{staffName(by, names)}</td>
            <td>{reason}</td>
            <td>
              {corrects && (
                <Link
                  to="/statements/$month/$memberId"
                  params={{ month: corrects.month, memberId }}
                  search={{ line: corrects.lineId }}
                >
                  {`${monthName(corrects.month)}: ${lineName(corrects.lineId)}${corrects.invoice ? ` (${corrects.invoice})` : ''}`}
                </Link>
              )}
            </td>
            <td className="num">{money(amount, currency)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

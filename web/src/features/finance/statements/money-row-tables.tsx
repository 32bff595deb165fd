import { Link } from '@tanstack/react-router';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { staffId } from '../../../components/staff-name.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import { readable } from '../shared/workbench.ts';
import type { RowOf } from './statement.ts';

/** What of the platform's bill a line is: each cell with its whole cost and the member's share of it. */
export const BilledRows = ({ rows, currency }: { rows: readonly RowOf<'billed'>[]; currency: string }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { amount: shown, number, date } = useFormat();
  const day = (text: string): string => date(`${text}T12:00:00`);
  return (
    <ScrollTable name={say('evidence.of-bill')}>
      <caption>{say('evidence.of-bill')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('evidence.bill-service')}</th>
          <th scope="col">{say('evidence.bill-category')}</th>
          <th scope="col">{say('statements.from-to')}</th>
          <th scope="col" className="num">
            {say('evidence.bill-cost', { currency })}
          </th>
          <th scope="col">{say('evidence.key')}</th>
          <th scope="col" className="num">
            {say('evidence.part', { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ service, category, usageType, from, until, cost, key, share, amount }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a credit and its reversal may be the same in all else.
          <tr key={at}>
            <th scope="row">{usageType === '' ? service : `${service}: ${usageType}`}</th>
            <td>{sayOf('line', `billed-${category}`)}</td>
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

/** A fee part by part, each with the figure that it rests on, and what they sum to. */
const Parts = ({ parts, currency, sums }: FeeParts) => {
  const say = useSay();
  const { money } = useFormat();
  return (
    <ScrollTable name={say('evidence.fee-parts')}>
      <caption>{say('evidence.fee-parts')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('statements.line')}</th>
          <th scope="col">{say('evidence.rests-on')}</th>
          <th scope="col" className="num">
            {say('statements.amount')}
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
  const say = useSay();
  const { number } = useFormat();
  const all = Object.entries(figures).flatMap(([name, years]) =>
    Object.entries(years).map(([year, value]) => ({ name, year, value })),
  );
  if (all.length === 0) return null;
  return (
    <ScrollTable name={say('evidence.figures')}>
      <caption>{say('evidence.figures')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('workbench.figure')}</th>
          <th scope="col">{say('evidence.figure-year')}</th>
          <th scope="col" className="num">
            {say('evidence.figure-value')}
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

/** A member's fee as it was frozen: its parts, the year, the month's twelfth, and the figures that were known of the member. */
export const FeeRows = ({ rows }: { rows: readonly RowOf<'fee'>[] }) => {
  const say = useSay();
  const { number } = useFormat();
  return rows.map((row) => (
    <div key={row.scenarioId}>
      <p className="quiet">{`${row.title} (${row.year}): ${row.decisionReference}`}</p>
      <Parts
        parts={row.parts}
        currency={row.currency}
        sums={[
          { name: say('evidence.yearly'), amount: row.yearly },
          { name: say('evidence.twelfth', { number: number(row.twelfth) }), amount: row.amount },
        ]}
      />
      <Figures row={row} />
    </div>
  ));
};

/** A member's fee for what a year came to, part by part. */
export const YearFeeRows = ({ rows }: { rows: readonly RowOf<'year-fee'>[] }) => {
  const say = useSay();
  return rows.map(({ year, parts, currency, amount }) => (
    <Parts key={year} parts={parts} currency={currency} sums={[{ name: say('true-up.actual'), amount }]} />
  ));
};

/** What stands of a year's fee in the member's closed statements: each line opens there. */
export const DueRows = ({ rows, memberId }: { rows: readonly RowOf<'due'>[]; memberId: string }) => {
  const say = useSay();
  const { money, month: monthName } = useFormat();
  return (
    <ScrollTable name={say('true-up.billed')}>
      <caption>{say('true-up.billed')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('evidence.month')}</th>
          <th scope="col">{say('evidence.invoice')}</th>
          <th scope="col" className="num">
            {say('statements.amount')}
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

/** What was put in by hand: who, when, why, and what it corrects. */
export const AdjustmentRows = (asked: { rows: readonly RowOf<'adjustment'>[]; currency: string; memberId: string }) => {
  const { rows, currency, memberId } = asked;
  const say = useSay();
  const { time, money, month: monthName } = useFormat();
  return (
    <ScrollTable name={say('evidence.put-in')}>
      <thead>
        <tr>
          <th scope="col">{say('evidence.put-in')}</th>
          <th scope="col">{say('evidence.put-in-by')}</th>
          <th scope="col">{say('evidence.reason')}</th>
          <th scope="col">{say('evidence.corrects')}</th>
          <th scope="col" className="num">
            {say('statements.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ by, at, reason, corrects, amount }) => (
          <tr key={at}>
            <th scope="row">{time(at)}</th>
            <td>
              <small>{staffId(by)}</small>
            </td>
            <td>{reason}</td>
            <td>
              {corrects && (
                <Link
                  to="/statements/$month/$memberId"
                  params={{ month: corrects.month, memberId }}
                  search={{ line: corrects.lineId }}
                >
                  {`${monthName(corrects.month)}: ${corrects.lineId}${corrects.invoice ? ` (${corrects.invoice})` : ''}`}
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

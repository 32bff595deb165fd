import { Link } from '@tanstack/react-router';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { Spine } from '../../../components/spine.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Trend } from './trend.ts';

/** Every bar of the chart in figures: members by month, their sum, the change on the previous month, and the forecast. */
export const TrendTable = ({ trend, member }: { trend: Trend; member: string | undefined }) => {
  const t = useTranslate();
  const { money, shortMonth } = useFormat();
  const { months, currency } = trend;
  const members = [...new Set(months.flatMap((one) => one.members.map((row) => row.member)))];
  const last = months.at(-1)?.month;
  const amounts = (of: (month: Trend['months'][number]) => number | undefined) => {
    const row = months.map((one) => ({ month: one.month, amount: of(one) }));
    const [before, now] = [row.at(-2)?.amount, row.at(-1)?.amount];
    return (
      <>
        {row.map(({ month, amount }) => (
          <td key={month} className={month === last ? 'num trend-current' : 'num'}>
            {amount === undefined ? '–' : money(amount, currency)}
          </td>
        ))}
        <td className="num">
          {before === undefined || now === undefined
            ? '–'
            : `${now < before ? '' : '+'}${money(now - before, currency)}`}
        </td>
      </>
    );
  };
  return (
    <ScrollTable name={t('costs.table')}>
      <thead>
        <tr>
          <th scope="col">{t('month.member')}</th>
          {months.map(({ month }) => (
            <th key={month} scope="col" className="num">
              <Link
                to="/months/$month"
                params={{ month }}
                search={member ? { member } : {}}
                aria-label={`${shortMonth(month)} ${month.slice(0, 4)}`}
              >
                {shortMonth(month)}
              </Link>
            </th>
          ))}
          <th scope="col" className="num">
            {t('costs.change')}
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((one) => (
          <tr key={one}>
            <th scope="row">
              <Spine memberId={one} />
            </th>
            {amounts((month) => month.members.find((row) => row.member === one)?.amount)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('month.total')}</th>
          {amounts(({ amount }) => amount)}
        </tr>
      </tfoot>
    </ScrollTable>
  );
};

/** The forecast in figures: each month with its expected amount and bounds. */
export const ForecastTable = ({ trend: { forecast, currency } }: { trend: Trend }) => {
  const t = useTranslate();
  const { money, month: monthName } = useFormat();
  if (!forecast) return null;
  return (
    <ScrollTable name={t('costs.forecast')}>
      <thead>
        <tr>
          <th scope="col">{t('costs.month')}</th>
          <th scope="col" className="num">
            {t('costs.expected')}
          </th>
          <th scope="col" className="num">
            {t('costs.from')}
          </th>
          <th scope="col" className="num">
            {t('costs.to')}
          </th>
        </tr>
      </thead>
      <tbody>
        {forecast.months.map(({ month, low, middle, high }) => (
          <tr key={month}>
            <th scope="row">{monthName(month)}</th>
            <td className="num">{money(middle, currency)}</td>
            <td className="num">{money(low, currency)}</td>
            <td className="num">{money(high, currency)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

import { Bars } from '../../../components/bars.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useParty } from '../shared/use-party.ts';
import type { Report } from './report.ts';

/** Both sides by month: bars of filled requests, and a table with all requests. */
export const Months = ({ months }: Pick<Report, 'months'>) => {
  const t = useTranslate();
  const { number, month: monthName } = useFormat();
  return (
    <section aria-labelledby="months">
      <h2 id="months">{t('report.months')}</h2>
      <Bars
        name={t('report.months-bars')}
        bars={months.map(({ month, borrowing, lending }) => {
          const value = borrowing.filled + lending.filled;
          return { key: month, label: monthName(month), value, shown: number(value) };
        })}
      />
      <ScrollTable name={t('report.months')}>
        <thead>
          <tr>
            <th scope="col">{t('month.choose')}</th>
            {(['we-asked', 'we-got', 'they-asked', 'we-lent', 'both'] as const).map((name) => (
              <th key={name} scope="col" className="num">
                {t(`report.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, borrowing, lending }) => (
            <tr key={month}>
              <th scope="row">{monthName(month)}</th>
              <td className="num">{number(borrowing.asked)}</td>
              <td className="num">{number(borrowing.filled)}</td>
              <td className="num">{number(lending.asked)}</td>
              <td className="num">{number(lending.filled)}</td>
              <td className="num">{number(borrowing.filled + lending.filled)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
};

/** The number of loans to and from each library, and the balance. */
export const Balance = ({ balance }: Pick<Report, 'balance'>) => {
  const t = useTranslate();
  const party = useParty();
  const { number } = useFormat();
  if (balance.length === 0) return null;
  return (
    <section aria-labelledby="balance">
      <h2 id="balance">{t('report.balance')}</h2>
      <ScrollTable name={t('report.balance')}>
        <thead>
          <tr>
            <th scope="col">{t('asks.library')}</th>
            {(['lent', 'borrowed', 'net'] as const).map((name) => (
              <th key={name} scope="col" className="num">
                {t(`report.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {balance.map(({ library, lent, borrowed, net }) => (
            <tr key={library}>
              <th scope="row">{party(library)}</th>
              <td className="num">{number(lent)}</td>
              <td className="num">{number(borrowed)}</td>
              <td className="num">{number(net)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
};

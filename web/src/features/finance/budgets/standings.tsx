import { Bars } from '../../../components/bars.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { Empty } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { BudgetStatus, Budgets } from './budgets.ts';
import { useNames } from './use-names.ts';

const keyOf = ({ measure, span, period }: BudgetStatus): string => `${measure} ${span} ${period}`;

/** The spent and forecast part of each budget: bars of the spent part, and a table with all figures. */
export const Standings = ({ data: { statuses, fiscalYearStartsIn } }: { data: Budgets }) => {
  const t = useTranslate();
  const { money, percent, number } = useFormat();
  const names = useNames(fiscalYearStartsIn);
  if (statuses.length === 0) return <Empty title={t('budgets.none')} />;
  return (
    <section aria-labelledby="standings">
      <h2 id="standings">{t('budgets.standings')}</h2>
      <Bars
        name={t('budgets.bars')}
        bars={statuses.map((one) => ({
          ...{ key: keyOf(one), label: names.budget(one), value: Math.max(0, one.actualPercent) },
          shown: percent(one.actualPercent / 100),
        }))}
      />
      <ScrollTable name={t('budgets.standings')}>
        <thead>
          <tr>
            <th scope="col">{t('budgets.budget')}</th>
            {(['amount', 'actual', 'share', 'forecast', 'forecast-share', 'days'] as const).map((column) => (
              <th key={column} scope="col" className="num">
                {t(`budgets.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statuses.map((one) => (
            <tr key={keyOf(one)}>
              <th scope="row">{names.budget(one)}</th>
              <td className="num">{money(one.amount, one.currency)}</td>
              <td className="num">{money(one.actual, one.currency)}</td>
              <td className="num">{percent(one.actualPercent / 100)}</td>
              <td className="num">{one.forecast === undefined ? '–' : money(one.forecast, one.currency)}</td>
              <td className="num">{one.forecastPercent === undefined ? '–' : percent(one.forecastPercent / 100)}</td>
              <td className="num">{t('budgets.days-of', { known: number(one.knownDays), all: number(one.days) })}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <p className="quiet">{t('budgets.forecast-rule')}</p>
    </section>
  );
};

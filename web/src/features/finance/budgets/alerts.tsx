import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Budgets } from './budgets.ts';
import { useNames } from './use-names.ts';

/** The alerts raised, newest first, with the figures at that time. */
export const Alerts = ({ data: { alerts, fiscalYearStartsIn } }: { data: Budgets }) => {
  const t = useTranslate();
  const { money, time, percent } = useFormat();
  const names = useNames(fiscalYearStartsIn);
  return (
    <section aria-labelledby="alerts">
      <h2 id="alerts">{t('budgets.alerts')}</h2>
      {alerts.length === 0 ? (
        <p>{t('budgets.no-alerts')}</p>
      ) : (
        <ScrollTable name={t('budgets.alerts')}>
          <thead>
            <tr>
              <th scope="col">{t('budgets.when')}</th>
              <th scope="col">{t('budgets.budget')}</th>
              <th scope="col">{t('budgets.threshold')}</th>
              <th scope="col" className="num">
                {t('budgets.seen')}
              </th>
              <th scope="col" className="num">
                {t('budgets.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {alerts.map(({ at, v, weighs, threshold, actual, forecast, amount, currency, ...one }) => (
              <tr key={`${one.measure} ${one.span} ${one.period} ${one.from} ${v} ${weighs} ${threshold}`}>
                <th scope="row">{time(at)}</th>
                <td>{names.budget(one)}</td>
                <td>{t(`budget-alert.${weighs}`, { percent: percent(threshold / 100) })}</td>
                <td className="num">{money(weighs === 'forecast' ? (forecast ?? actual) : actual, currency)}</td>
                <td className="num">{money(amount, currency)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </section>
  );
};

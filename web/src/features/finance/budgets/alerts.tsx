import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay } from '../../../i18n/translate.ts';
import type { Budgets } from './budgets.ts';
import { useNames } from './use-names.ts';

/** The alerts that were raised, the newest first, each with what was seen then. */
export const Alerts = ({ data: { alerts, fiscalYearStartsIn } }: { data: Budgets }) => {
  const say = useSay();
  const { money, time, percent } = useFormat();
  const names = useNames(fiscalYearStartsIn);
  return (
    <section aria-labelledby="alerts">
      <h2 id="alerts">{say('budgets.alerts')}</h2>
      {alerts.length === 0 ? (
        <p>{say('budgets.no-alerts')}</p>
      ) : (
        <ScrollTable name={say('budgets.alerts')}>
          <thead>
            <tr>
              <th scope="col">{say('budgets.when')}</th>
              <th scope="col">{say('budgets.budget')}</th>
              <th scope="col">{say('budgets.threshold')}</th>
              <th scope="col" className="num">
                {say('budgets.seen')}
              </th>
              <th scope="col" className="num">
                {say('budgets.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {alerts.map(({ at, v, weighs, threshold, actual, forecast, amount, currency, ...one }) => (
              <tr key={`${one.measure} ${one.span} ${one.period} ${one.from} ${v} ${weighs} ${threshold}`}>
                <th scope="row">{time(at)}</th>
                <td>{names.budget(one)}</td>
                <td>{say(`budget-alert.${weighs}`, { percent: percent(threshold / 100) })}</td>
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

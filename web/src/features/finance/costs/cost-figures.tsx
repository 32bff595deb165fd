import { monthBefore } from '../../../components/months.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Month } from '../month/month.ts';
import type { Trend } from './trend.ts';

/** Returns how many uses one unit of the currency pays for, from the cost of one use. */
const usesForOne = (perUse: string | undefined): number | undefined => {
  const cost = Number(perUse);
  return cost > 0 ? Math.round(1 / cost) : undefined;
};

/** The main figures: the last month with its changes, checkouts per unit of the currency, and the forecast. */
export const CostFigures = ({ trend, month }: { trend: Trend; month: Month | undefined }) => {
  const t = useTranslate();
  const { money, number, month: monthName } = useFormat();
  const { currency, forecast, months } = trend;
  const last = months.at(-1);
  if (!last) return null;
  const amountOf = (name: string): number | undefined => months.find((one) => one.month === name)?.amount;
  const year = Number(last.month.slice(0, 4));
  const changeOn = (name: string) => {
    const before = amountOf(name);
    if (before === undefined) return null;
    const key = last.amount < before ? 'costs.less-than' : last.amount > before ? 'costs.more-than' : 'costs.same-as';
    return (
      <dd className="quiet" key={name}>
        {t(key, { amount: money(Math.abs(last.amount - before), currency), month: monthName(name) })}
      </dd>
    );
  };
  const checkout = month?.unitCosts.find(({ name }) => name === 'checkout');
  const uses = usesForOne(checkout?.perEvent?.exact);
  const ends = forecast?.months.at(-1)?.month;
  return (
    <dl className="figures costs-figures">
      <div className="figure figure-main">
        <dt>{monthName(last.month)}</dt>
        <dd>{money(last.amount, currency)}</dd>
        {[monthBefore(last.month), `${year - 1}${last.month.slice(4)}`].map(changeOn)}
      </div>
      {checkout && uses !== undefined && (
        <div className="figure">
          <dt>{t('costs.one-checkout')}</dt>
          <dd>{t('costs.for-one', { count: number(uses), one: money(10 ** trend.minorDigits, currency) })}</dd>
          <dd className="quiet">
            {t('costs.checkouts', {
              count: number(checkout.events),
              amount: money(Math.round(Number(checkout.amount.exact) * 10 ** trend.minorDigits), currency),
            })}
          </dd>
        </div>
      )}
      {forecast && ends !== undefined && (
        <div className="figure">
          <dt>{t('costs.forecast-to', { month: monthName(ends) })}</dt>
          <dd>
            {t('costs.between', {
              low: money(Math.min(...forecast.months.map(({ low }) => low)), currency),
              high: money(Math.max(...forecast.months.map(({ high }) => high)), currency),
            })}
          </dd>
          <dd className="quiet">
            {t('costs.based-on', { count: number(forecast.basedOn) })}{' '}
            {forecast.errorPercent !== undefined && t('costs.was-off', { percent: number(forecast.errorPercent) })}
          </dd>
        </div>
      )}
    </dl>
  );
};

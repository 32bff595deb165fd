import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Month } from './month.ts';

/** A change between real and synthetic use is not meaningful, so a notice replaces its causes. */
const Change = ({ data, change }: { data: Month; change: NonNullable<Month['change']> }) => {
  const t = useTranslate();
  const { amount, month } = useFormat();
  const { currency } = data;
  const signed = (text: string): string => (text.startsWith('-') ? '' : '+') + amount(text, currency);
  return (
    <div className="figure">
      <dt>{t('month.change', { month: month(change.since) })}</dt>
      <dd>{signed(change.change.exact)}</dd>
      <dd className="quiet">
        {change.synthetic === data.synthetic
          ? t('month.because', { volume: signed(change.volumeEffect.exact), price: signed(change.priceEffect.exact) })
          : t('month.no-real-change', { month: month(change.synthetic ? change.since : data.month) })}
      </dd>
    </div>
  );
};

/** The main figures of the month: total, change with its causes, and unit costs. */
export const Summary = ({ data }: { data: Month }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { amount, money, number } = useFormat();
  const { currency } = data;
  return (
    <dl className="figures">
      <div className="figure figure-main">
        <dt>{t('month.total')}</dt>
        <dd>{money(data.rounded, currency)}</dd>
        <dd className="quiet">{t('month.exact', { amount: amount(data.total.exact, currency, 6) })}</dd>
      </div>
      {data.change && <Change data={data} change={data.change} />}
      {data.unitCosts.map(({ name, events, perEvent }) => (
        <div key={name} className="figure">
          <dt>{textOf('unit-cost', name)}</dt>
          <dd>{perEvent ? amount(perEvent.exact, currency, 6) : '–'}</dd>
          <dd className="quiet">{t('month.events', { count: number(events) })}</dd>
        </div>
      ))}
      <div className="figure">
        <dt>{t('month.metering')}</dt>
        <dd>{amount(data.metering.amount.exact, currency, 6)}</dd>
        <dd className="quiet">{t('month.metering-share', { percent: number(Number(data.metering.percent)) })}</dd>
      </div>
    </dl>
  );
};

import { useFormat } from '../../words/format.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
import type { Month } from './month.ts';

const Change = ({ change, currency }: { change: NonNullable<Month['change']>; currency: string }) => {
  const say = useSay();
  const { amount, month } = useFormat();
  const signed = (text: string): string => (text.startsWith('-') ? '' : '+') + amount(text, currency);
  return (
    <div className="figure">
      <dt>{say('month.change', { month: month(change.since) })}</dt>
      <dd>{signed(change.change.exact)}</dd>
      <dd className="quiet">
        {say('month.because', { volume: signed(change.volumeEffect.exact), price: signed(change.priceEffect.exact) })}
      </dd>
    </div>
  );
};

/** The month in a few figures: the whole, what changed and why, and what one of each thing cost. */
export const Summary = ({ data }: { data: Month }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { amount, money, number } = useFormat();
  const { currency } = data;
  return (
    <dl className="figures">
      <div className="figure figure-main">
        <dt>{say('month.total')}</dt>
        <dd>{money(data.rounded, currency)}</dd>
        <dd className="quiet">{say('month.exact', { amount: amount(data.total.exact, currency, 6) })}</dd>
      </div>
      {data.change && <Change change={data.change} currency={currency} />}
      {data.unitCosts.map(({ name, events, perEvent }) => (
        <div key={name} className="figure">
          <dt>{sayOf('unit-cost', name)}</dt>
          <dd>{perEvent ? amount(perEvent.exact, currency, 6) : '–'}</dd>
          <dd className="quiet">{say('month.events', { count: number(events) })}</dd>
        </div>
      ))}
      <div className="figure">
        <dt>{say('month.metering')}</dt>
        <dd>{amount(data.metering.amount.exact, currency, 6)}</dd>
        <dd className="quiet">{say('month.metering-share', { percent: number(Number(data.metering.percent)) })}</dd>
      </div>
    </dl>
  );
};

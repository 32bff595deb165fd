import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Report, Section } from './report.ts';

const Figure = ({ name, value, note }: { name: string; value: string; note?: string | undefined }) => (
  <div className="figure">
    <dt>{name}</dt>
    <dd>{value}</dd>
    {note && <dd className="quiet">{note}</dd>}
  </div>
);

const waitOf = ({ waits }: Section, wait: string) => waits.find((one) => one.wait === wait);

/** The main figures of a side: requests, fill rate, turnaround and unit cost. */
export const Figures = ({ section, requests }: { section: Section; requests?: Report['borrowing']['requests'] }) => {
  const t = useTranslate();
  const { number, percent, hours, money } = useFormat();
  const answering = waitOf(section, 'answering');
  const turnaround = waitOf(section, 'turnaround');
  const rate = requests ? requests.fillRate : section.fillRate;
  const asked = requests ? requests.begun : section.asked;
  const filled = requests ? requests.filled : section.filled;
  return (
    <dl className="figures">
      <Figure
        name={t(requests ? 'report.requests' : 'report.asked')}
        value={number(asked)}
        note={t('report.of-them-filled', { count: filled })}
      />
      <Figure name={t('report.fill-rate')} value={rate === undefined ? '–' : percent(rate)} />
      <Figure
        name={t('wait.answering')}
        value={answering ? hours(answering.medianHours) : '–'}
        note={answering && t('report.p90', { hours: hours(answering.p90Hours) })}
      />
      <Figure
        name={t('wait.turnaround')}
        value={turnaround ? hours(turnaround.medianHours) : '–'}
        note={turnaround && t('report.p90', { hours: hours(turnaround.p90Hours) })}
      />
      {section.costs.map(({ currency, amount, perCharged }) => (
        <Figure
          key={currency}
          name={t('report.per-charged')}
          value={money(perCharged, currency)}
          note={t('report.in-all', { amount: money(amount, currency) })}
        />
      ))}
    </dl>
  );
};

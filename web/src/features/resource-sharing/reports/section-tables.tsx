import { Bars } from '../../../components/bars.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useParty } from '../shared/use-party.ts';
import type { Section } from './report.ts';

/** Turnaround by step: bars of the median, and a table with all figures. */
export const Waits = ({ waits }: Pick<Section, 'waits'>) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { number, hours } = useFormat();
  if (waits.length === 0) return null;
  return (
    <>
      <h3>{t('report.waits')}</h3>
      <Bars
        name={t('report.waits-bars')}
        bars={waits.map(({ wait, medianHours }) => ({
          ...{ key: wait, label: textOf('wait', wait), value: medianHours },
          shown: hours(medianHours),
        }))}
      />
      <ScrollTable name={t('report.waits')}>
        <thead>
          <tr>
            <th scope="col">{t('report.step')}</th>
            {(['count', 'median', 'p90-short', 'mean'] as const).map((name) => (
              <th key={name} scope="col" className="num">
                {t(`report.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {waits.map(({ wait, count, medianHours, p90Hours, meanHours }) => (
            <tr key={wait}>
              <th scope="row">{textOf('wait', wait)}</th>
              <td className="num">{number(count)}</td>
              <td className="num">{hours(medianHours)}</td>
              <td className="num">{hours(p90Hours)}</td>
              <td className="num">{hours(meanHours)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <p className="quiet">{t('report.classes')}</p>
    </>
  );
};

/** Reasons for unfilled requests, the most frequent first: bars and a table. */
export const Reasons = ({ reasons }: Pick<Section, 'reasons'>) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { number } = useFormat();
  if (reasons.length === 0) return null;
  return (
    <>
      <h3>{t('report.reasons')}</h3>
      <Bars
        name={t('report.reasons-bars')}
        bars={reasons.map(({ reason, count }) => ({
          ...{ key: reason, label: textOf('code', reason), value: count, shown: number(count) },
        }))}
      />
      <ScrollTable name={t('report.reasons')}>
        <thead>
          <tr>
            <th scope="col">{t('loans.reason')}</th>
            <th scope="col" className="num">
              {t('report.count')}
            </th>
          </tr>
        </thead>
        <tbody>
          {reasons.map(({ reason, count }) => (
            <tr key={reason}>
              <th scope="row">{textOf('code', reason)}</th>
              <td className="num">{number(count)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </>
  );
};

/** By library: requests, fill rate, turnaround and cost. */
export const Pairs = ({ pairs, pairsLeft }: Pick<Section, 'pairs' | 'pairsLeft'>) => {
  const t = useTranslate();
  const party = useParty();
  const { number, percent, hours, money } = useFormat();
  if (pairs.length === 0) return null;
  return (
    <>
      <h3>{t('report.pairs')}</h3>
      <ScrollTable name={t('report.pairs')}>
        <thead>
          <tr>
            <th scope="col">{t('report.asks')}</th>
            <th scope="col">{t('report.is-asked')}</th>
            {(['asked', 'filled', 'fill-rate', 'answer', 'turnaround', 'cost'] as const).map((name) => (
              <th key={name} scope="col" className="num">
                {t(`report.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <tr key={`${pair.requester} ${pair.supplier}`}>
              <th scope="row">{party(pair.requester)}</th>
              <td>{party(pair.supplier)}</td>
              <td className="num">{number(pair.asked)}</td>
              <td className="num">{number(pair.filled)}</td>
              <td className="num">{pair.fillRate !== undefined && percent(pair.fillRate)}</td>
              <td className="num">{pair.medianAnswerHours !== undefined && hours(pair.medianAnswerHours)}</td>
              <td className="num">{pair.medianTurnaroundHours !== undefined && hours(pair.medianTurnaroundHours)}</td>
              <td className="num">{pair.costs.map(({ currency, amount }) => money(amount, currency)).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {pairsLeft > 0 && <p className="quiet">{t('report.pairs-left', { count: pairsLeft })}</p>}
    </>
  );
};

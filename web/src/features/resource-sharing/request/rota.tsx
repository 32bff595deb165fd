import { useCurrency } from '../../../api/use-currency.ts';
import { Badge } from '../../../components/badge.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useParty } from '../shared/use-party.ts';
import type { Loan } from './request.ts';

type Entry = Loan['rota'][number];

type Factor = Entry['factors'][number];

/** Describes the value of a factor; uses the API's English text for a finding without one here. */
const useWhy = (): ((factor: Factor) => string) => {
  const textOf = useTextOf();
  const { minutes, money } = useFormat();
  const currency = useCurrency();
  return ({ factor, why, figures: { finding, ...figures } }) => {
    const read = (name: string, value: string | number): string | number => {
      if (name === 'minutes') return minutes(Number(value));
      return (name === 'cost' || name === 'most') && currency ? money(Number(value), currency) : value;
    };
    const values = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, read(name, value)]));
    return textOf('why', `${factor}-${finding}`, why, values);
  };
};

const WIDTH = 80;
const Bar = ({ value }: { value: number }) => (
  <svg className="factor-bar" width={WIDTH} height={8} aria-hidden="true">
    <rect className="factor-all" width={WIDTH} height={8} rx={4} />
    <rect className="factor-own" width={(WIDTH * value) / 1000} height={8} rx={4} />
  </svg>
);

const Factors = ({ entry, name }: { entry: Entry; name: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { number } = useFormat();
  const why = useWhy();
  // The most significant factor comes first, because it explains the order.
  const factors = entry.factors.toSorted((a, b) => b.points - a.points);
  const sum = (of: 'points' | 'weight'): string => number(factors.reduce((all, factor) => all + factor[of], 0));
  return (
    <ScrollTable name={name}>
      <thead>
        <tr>
          <th scope="col">{t('rota.factor')}</th>
          <th scope="col">{t('rota.why')}</th>
          <th scope="col">{t('rota.value')}</th>
          <th scope="col" className="num">
            {t('rota.weight')}
          </th>
          <th scope="col" className="num">
            {t('rota.points')}
          </th>
        </tr>
      </thead>
      <tbody>
        {factors.map((factor) => (
          <tr key={factor.factor}>
            <th scope="row">{textOf('factor', factor.factor)}</th>
            <td>{why(factor)}</td>
            <td className="factor-value">
              <Bar value={factor.value} />
              {number(factor.value)}
            </td>
            <td className="num">{number(factor.weight)}</td>
            <td className="num">{number(factor.points)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {t('rota.total')}
          </th>
          <td className="num">{sum('weight')}</td>
          <td className="num">{sum('points')}</td>
        </tr>
      </tfoot>
    </ScrollTable>
  );
};

/** The rota of a request: each supplier in order, with its score and the factors. */
export const Rota = ({ rota, asks }: Pick<Loan, 'rota' | 'asks'>) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date, number } = useFormat();
  const party = useParty();
  if (rota.length === 0) return null;
  return (
    <section aria-labelledby="rota" className="stack">
      <h2 id="rota">{t('loan-part.rota')}</h2>
      <p className="quiet">{t('rota.meaning')}</p>
      <ol className="rota">
        {rota.map((entry, index) => {
          const name = party(entry.member);
          const isAsked = asks.some(({ supplierMember }) => supplierMember === entry.member);
          return (
            <li key={entry.member}>
              <details className="rota-entry" open={index === 0}>
                <summary>
                  <span className="rota-place">{index + 1}</span>
                  <span className="rota-name">{name}</span>
                  {entry.tier && <Badge tone="none">{t(`rota.${entry.tier}`)}</Badge>}
                  {entry.skipped && <Badge tone="none">{t('rota.skipped')}</Badge>}
                  {isAsked && <Badge tone="none">{t('rota.asked')}</Badge>}
                  <span className="rota-score">{t('rota.score', { score: number(entry.score) })}</span>
                </summary>
                {entry.skipped && (
                  <p>
                    {t('rota.skipped-on', { date: date(entry.skipped.at) })}{' '}
                    {textOf('no-supplier', entry.skipped.reason, entry.skipped.reason, { member: name })}
                  </p>
                )}
                {entry.factors.length > 0 && <Factors entry={entry} name={t('rota.why-of', { library: name })} />}
              </details>
            </li>
          );
        })}
      </ol>
    </section>
  );
};

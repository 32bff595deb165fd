import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Estimate } from './estimate.ts';
import { Figures } from './estimate-tables.tsx';

type Props = { data: Estimate };

/** The sum of five years, and what it is a year and a loan. */
export const WholeSummary = ({ data: { whole, currency } }: Props) => {
  const t = useTranslate();
  const { money, amount } = useFormat();
  const { sum, years, today, checkout } = whole;
  return (
    <dl className="figures">
      <div className="figure figure-main">
        <dt>{t('estimate.five-years')}</dt>
        <dd>{money(sum, currency)}</dd>
        {today && (
          <dd>
            {t(today.saved < 0 ? 'estimate.more-than-today' : 'estimate.less-than-today', {
              amount: money(Math.abs(today.saved), currency),
            })}
          </dd>
        )}
      </div>
      <div className="figure">
        <dt>{t('estimate.average')}</dt>
        <dd>{money(Math.round(sum / years.length), currency)}</dd>
      </div>
      {checkout && (
        <div className="figure">
          <dt>{t('estimate.loan')}</dt>
          <dd>{amount(checkout.whole.exact, currency, 4)}</dd>
          <dd className="quiet">{t('estimate.loan-cloud', { amount: amount(checkout.cloud.exact, currency, 4) })}</dd>
          <dd className="quiet">
            {t('estimate.loan-marginal', { amount: amount(checkout.marginal.exact, currency, 6) })}
          </dd>
        </div>
      )}
    </dl>
  );
};

/** Each cost in each of five years, beside what the present systems would cost. */
export const FiveYears = ({ data: { whole, currency } }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money } = useFormat();
  const { lines, years, sum, today } = whole;
  const cells = (amounts: readonly number[], total: number) => [...amounts, total].map((one) => money(one, currency));
  return (
    <Figures
      id="five-years"
      title={t('estimate.years')}
      heads={[
        t('estimate.what'),
        ...years.map((_, at) => t('estimate.year', { year: String(at + 1) })),
        t('month.total'),
      ]}
      rows={[
        ...lines.map(({ line, once, years: own, sum: total }) => ({
          key: line,
          name: once ? t('estimate.once', { what: textOf('cost-line', line) }) : textOf('cost-line', line),
          cells: cells(own, total),
        })),
      ]}
      foot={cells(years, sum)}
      {...(today && { below: { name: t('estimate.today'), cells: cells(today.years, today.sum) } })}
    >
      <p className="quiet">{t('estimate.years-meaning')}</p>
    </Figures>
  );
};

/** What each library would pay in a year by three formulas. */
export const LibraryShares = ({ data: { whole, currency } }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money, number } = useFormat();
  return (
    <Figures
      id="shares"
      title={t('estimate.shares')}
      heads={[t('estimate.library'), t('workload.checkoutsAYear'), t('share.equal'), t('share.loans'), t('share.half')]}
      rows={whole.shares.map(({ name, size, count, loans, fees }) => ({
        key: name ?? size ?? '',
        name: name ?? `${textOf('library-size', size ?? 'small')} (${number(count)})`,
        cells: [number(loans), ...[fees.equal, fees.loans, fees.half].map((fee) => money(fee, currency))],
      }))}
    >
      <p className="quiet">
        {t(whole.shares.some(({ size }) => size) ? 'estimate.shares-assumed' : 'estimate.shares-own')}
      </p>
    </Figures>
  );
};

/** Published fees of other consortia, calculated for libraries of known sizes. */
export const PublishedFees = ({ data: { whole } }: Props) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money } = useFormat();
  return (
    <Figures
      id="published"
      title={t('estimate.published')}
      heads={[t('estimate.published-library'), t('estimate.published-fee')]}
      rows={whole.published.map(({ example, amount, currency, source }) => ({
        key: example,
        name: textOf('published', example),
        cells: [money(amount, currency)],
        ...{ note: source },
      }))}
    >
      <p className="quiet">{t('estimate.published-meaning')}</p>
    </Figures>
  );
};

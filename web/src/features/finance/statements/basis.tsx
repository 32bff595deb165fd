import { Fact } from '../../../components/fact.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Statement } from './statement.ts';

/** The basis of the statement: price book, attribution, key, policy, account codes, bill, and the factor of each service. */
export const Basis = ({ statement: { basis, billing, codes } }: { statement: Statement }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { priceBook, attribution, key, synthetic, bill, factors } = basis;
  return (
    <section aria-labelledby="basis">
      <h2 id="basis">{t('statements.basis')}</h2>
      <dl className="facts card">
        <Fact name={t('statements.price-book')}>{priceBook}</Fact>
        <Fact name={t('statements.attribution')}>{attribution}</Fact>
        <Fact name={t('statements.key')}>{key}</Fact>
        <Fact name={t('statements.billing')}>{billing}</Fact>
        <Fact name={t('codes.basis')}>
          {codes &&
            t('codes.basis-version', {
              ...{ version: codes.version, date: date(codes.effectiveFrom) },
            })}
        </Fact>
        <Fact name={t('statements.bill')}>{bill}</Fact>
        <Fact name={t('statements.factors')}>
          {factors.map(({ service, factor }) => `${service} ${Number(factor).toFixed(6)}`).join('; ')}
        </Fact>
        <Fact name={t('periods.made-up')}>{synthetic && t('month.synthetic')}</Fact>
      </dl>
    </section>
  );
};

import { Fact } from '../../../components/fact.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay } from '../../../i18n/translate.ts';
import type { Statement } from './statement.ts';

/** By what the statement was reckoned: price book, attribution, key, policy, account codes, bill, and the factor of each service. */
export const Basis = ({ statement: { basis, billing, codes } }: { statement: Statement }) => {
  const say = useSay();
  const { date } = useFormat();
  const { priceBook, attribution, key, synthetic, bill, factors } = basis;
  return (
    <section aria-labelledby="basis">
      <h2 id="basis">{say('statements.basis')}</h2>
      <dl className="facts card">
        <Fact name={say('statements.price-book')}>{priceBook}</Fact>
        <Fact name={say('statements.attribution')}>{attribution}</Fact>
        <Fact name={say('statements.key')}>{key}</Fact>
        <Fact name={say('statements.billing')}>{billing}</Fact>
        <Fact name={say('codes.basis')}>
          {codes &&
            say('codes.basis-version', {
              ...{ version: codes.version, date: date(`${codes.effectiveFrom}T12:00:00`) },
            })}
        </Fact>
        <Fact name={say('statements.bill')}>{bill}</Fact>
        <Fact name={say('statements.factors')}>
          {factors.map(({ service, factor }) => `${service} ${Number(factor).toFixed(6)}`).join('; ')}
        </Fact>
        <Fact name={say('periods.made-up')}>{synthetic && say('month.synthetic')}</Fact>
      </dl>
    </section>
  );
};

import { Fact } from '../../../components/fact.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Terms } from './request.ts';

/** The terms of a loan, offered or agreed: cost, conditions, retry date, and alternatives. */
export const TermsFacts = ({ terms }: { terms: Terms }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money, date } = useFormat();
  const { cost, conditions = [], retryAfter, retryBefore, editions = [], volumes = [], formats = [], service } = terms;
  return (
    <>
      <Fact name={t('loan-fact.cost')}>{cost && money(cost.amount, cost.currency)}</Fact>
      <Fact name={t('loan-fact.conditions')}>
        {conditions.map((code) => textOf('code', code, t('loans.own-words', { code }))).join(', ')}
      </Fact>
      <Fact name={t('loan-fact.not-before')}>{retryAfter && date(retryAfter)}</Fact>
      <Fact name={t('loan-fact.not-after')}>{retryBefore && date(retryBefore)}</Fact>
      <Fact name={t('loan-fact.other-service')}>{service && t(`service.${service}`)}</Fact>
      <Fact name={t('loan-fact.editions')}>{editions.join(', ')}</Fact>
      <Fact name={t('loan-fact.volumes')}>{volumes.join(', ')}</Fact>
      <Fact name={t('loan-fact.formats')}>{formats.join(', ')}</Fact>
    </>
  );
};

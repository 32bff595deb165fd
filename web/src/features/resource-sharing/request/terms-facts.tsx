import { Fact } from '../../../components/fact.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import type { Terms } from './request.ts';

/** On what terms a loan is offered or agreed: what it costs, under which conditions, when to ask again, what there is instead. */
export const TermsFacts = ({ terms }: { terms: Terms }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { money, date } = useFormat();
  const { cost, conditions = [], retryAfter, retryBefore, editions = [], volumes = [], formats = [], service } = terms;
  return (
    <>
      <Fact name={say('loan-fact.cost')}>{cost && money(cost.amount, cost.currency)}</Fact>
      <Fact name={say('loan-fact.conditions')}>
        {conditions.map((code) => sayOf('code', code, say('loans.own-words', { code }))).join(', ')}
      </Fact>
      <Fact name={say('loan-fact.not-before')}>{retryAfter && date(retryAfter)}</Fact>
      <Fact name={say('loan-fact.not-after')}>{retryBefore && date(retryBefore)}</Fact>
      <Fact name={say('loan-fact.other-service')}>{service && say(`service.${service}`)}</Fact>
      <Fact name={say('loan-fact.editions')}>{editions.join(', ')}</Fact>
      <Fact name={say('loan-fact.volumes')}>{volumes.join(', ')}</Fact>
      <Fact name={say('loan-fact.formats')}>{formats.join(', ')}</Fact>
    </>
  );
};

import { Fact } from '../../../components/fact.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay } from '../../../i18n/translate.ts';
import type { Loan } from './request.ts';

/** What a partner outside claims above what was to be paid, and what was decided on it. */
export const ClaimsFact = ({ claims }: { claims: NonNullable<Loan['claims']> }) => {
  const say = useSay();
  const { money } = useFormat();
  const lines = claims.map(({ charge, cost, decided }) => {
    const price = cost ? money(cost.amount, cost.currency) : say('claim.unpriced');
    return `${say(`claim.${charge}`, { cost: price })} (${say(`claim.${decided ?? 'open'}`)})`;
  });
  return <Fact name={say('loan-fact.claims')}>{lines.join('; ')}</Fact>;
};

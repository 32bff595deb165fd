import { Fact } from '../../../components/fact.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import type { Loan } from './request.ts';

/** A partner's claim above the agreed cost, and the decision on it. */
export const ClaimsFact = ({ claims }: { claims: NonNullable<Loan['claims']> }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const lines = claims.map(({ charge, cost, decided }) => {
    const price = cost ? money(cost.amount, cost.currency) : t('claim.unpriced');
    return `${t(`claim.${charge}`, { cost: price })} (${t(`claim.${decided ?? 'open'}`)})`;
  });
  return <Fact name={t('loan-fact.claims')}>{lines.join('; ')}</Fact>;
};

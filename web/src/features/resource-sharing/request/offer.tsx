import { Button } from '@mantine/core';
import { Fact } from '../../../components/fact.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useParty } from '../shared/use-party.ts';
import { costAbove, type Loan, openOffer } from './request.ts';
import { TermsFacts } from './terms-facts.tsx';
import type { LoanStep } from './use-request-step.ts';

/** A supplier's offer and its cost, compared with the limit; accepted or declined with the buttons below. */
export const Offer = ({ loan, step }: { loan: Loan; step: LoanStep }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { money } = useFormat();
  const party = useParty();
  const ask = openOffer(loan);
  if (!ask?.offer) return null;
  const { reason, afterRefusal, ...terms } = ask.offer;
  const { maxCost } = loan;
  const over = costAbove(loan);
  const mayAgree = loan.actions.some(({ trigger }) => trigger === 'agree-terms');
  return (
    <section className="notice notice-warn" aria-labelledby="offer">
      <Icon name="warn" />
      <div>
        <h2 id="offer" className="notice-title">
          {t(loan.seenAs === 'supplier' ? 'loan-part.our-offer' : 'loan-part.offer', {
            library: party(ask.supplierMember),
          })}
        </h2>
        <dl className="facts">
          <Fact name={t('loans.reason')}>
            {reason && textOf('code', reason, t('loans.own-words', { code: reason }))}
          </Fact>
          <TermsFacts terms={terms} />
          <Fact name={t('loan-fact.most')}>{maxCost && money(maxCost.amount, maxCost.currency)}</Fact>
        </dl>
        {reason === 'NotFoundAsCited' && mayAgree && (
          <p>{t(afterRefusal ? 'loan-part.cite-better-last' : 'loan-part.cite-better')}</p>
        )}
        {over && (
          <>
            <p className="bad">{t('loan-part.over-most')}</p>
            {mayAgree && (
              <Button size="sm" loading={step.isPending} onClick={() => step.mutate({ raise: over })}>
                {t('loan-part.raise', { amount: money(over.amount, over.currency) })}
              </Button>
            )}
          </>
        )}
      </div>
    </section>
  );
};

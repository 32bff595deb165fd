import { Button } from '@mantine/core';
import { Fact } from '../../../components/fact.tsx';
import { Icon } from '../../../components/icon.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import { useParty } from '../shared/use-party.ts';
import { costAbove, type Loan, openOffer } from './request.ts';
import { TermsFacts } from './terms-facts.tsx';
import type { LoanStep } from './use-request-step.ts';

/** What a supplier offers and what it comes to, beside what may be spent: to be agreed to or refused by the buttons below. */
export const Offer = ({ loan, step }: { loan: Loan; step: LoanStep }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { money } = useFormat();
  const party = useParty();
  const ask = openOffer(loan);
  if (!ask?.offer) return null;
  const { reason, ...terms } = ask.offer;
  const { maxCost } = loan;
  const over = costAbove(loan);
  const mayAgree = loan.actions.some(({ trigger }) => trigger === 'agree-terms');
  return (
    <section className="notice notice-mark" aria-labelledby="offer">
      <Icon name="warn" />
      <div>
        <h2 id="offer" className="notice-title">
          {say(loan.seenAs === 'supplier' ? 'loan-part.our-offer' : 'loan-part.offer', {
            library: party(ask.supplierMember),
          })}
        </h2>
        <dl className="facts">
          <Fact name={say('loans.reason')}>
            {reason && sayOf('code', reason, say('loans.own-words', { code: reason }))}
          </Fact>
          <TermsFacts terms={terms} />
          <Fact name={say('loan-fact.most')}>{maxCost && money(maxCost.amount, maxCost.currency)}</Fact>
        </dl>
        {over && (
          <>
            <p className="bad">{say('loan-part.over-most')}</p>
            {mayAgree && (
              <Button size="sm" loading={step.isPending} onClick={() => step.mutate({ raise: over })}>
                {say('loan-part.raise', { amount: money(over.amount, over.currency) })}
              </Button>
            )}
          </>
        )}
      </div>
    </section>
  );
};

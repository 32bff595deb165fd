import { useDirectory } from '../../parts/directory.ts';
import { Icon } from '../../parts/icon.tsx';
import { useFormat } from '../../words/format.ts';
import { useSay, useSayOf } from '../../words/words.tsx';
import { Fact } from './fact.tsx';
import type { Loan } from './loan.ts';
import { TermsFacts } from './terms-facts.tsx';

/** What a supplier offers and what it comes to, beside what may be spent: to be agreed to or refused by the buttons below. */
export const Offer = ({ loan }: { loan: Loan }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { money } = useFormat();
  const { memberName } = useDirectory();
  const ask = loan.asks.find(({ closedAt, offer }) => closedAt === undefined && offer !== undefined);
  if (!ask?.offer || ask.offer.agreed) return null;
  const { reason, ...terms } = ask.offer;
  const { maxCost } = loan;
  const isOver =
    maxCost !== undefined && terms.cost?.currency === maxCost.currency && terms.cost.amount > maxCost.amount;
  return (
    <section className="notice notice-mark" aria-labelledby="offer">
      <Icon name="warn" />
      <div>
        <h2 id="offer" className="notice-title">
          {say(loan.seenAs === 'supplier' ? 'loan-part.our-offer' : 'loan-part.offer', {
            library: memberName(ask.supplierMember),
          })}
        </h2>
        <dl className="facts">
          <Fact name={say('loans.reason')}>{reason && sayOf('code', reason)}</Fact>
          <TermsFacts terms={terms} />
          <Fact name={say('loan-fact.most')}>{maxCost && money(maxCost.amount, maxCost.currency)}</Fact>
        </dl>
        {isOver && <p className="bad">{say('loan-part.over-most')}</p>}
      </div>
    </section>
  );
};

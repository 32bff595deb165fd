import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useParty } from '../shared/use-party.ts';
import { type Loan, sideOf } from './request.ts';

/** Lists the libraries that are not asked, each with its reason; with a text when there is no supplier and none is excluded. */
export const Excluded = ({ loan }: { loan: Loan }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const party = useParty();
  const { excluded = [], rota, asks, status } = loan;
  const isNobody = status.state === 'end-of-rota' && rota.length === 0 && asks.length === 0;
  if (sideOf(loan) !== 'requester' || (excluded.length === 0 && !isNobody)) return null;
  return (
    <section aria-labelledby="excluded" className="card">
      <h2 id="excluded">{t('loan-part.excluded')}</h2>
      {excluded.length === 0 && <p>{t('rota.nobody')}</p>}
      <ul>
        {excluded.map(({ member, itemId = '', reason }) => (
          <li key={`${member} ${itemId} ${reason}`}>
            {textOf('no-supplier', reason, `${party(member)}: ${reason}`, { member: party(member) })}
          </li>
        ))}
      </ul>
    </section>
  );
};

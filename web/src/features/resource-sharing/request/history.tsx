import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { useParty } from '../shared/use-party.ts';
import { type Loan, sideOf } from './request.ts';

/** The steps of this side, newest first: each with its actor and, where given, the reason. */
export const History = ({ loan }: { loan: Loan }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const { branchName } = useDirectory();
  const party = useParty();
  const side = sideOf(loan);
  const libraries = new Map(loan.asks.map(({ askId, supplierMember }) => [askId, party(supplierMember)]));
  // The other side's steps also appear as messages, so they are not listed twice.
  const steps = loan.steps.filter((step) => step.side === side).toReversed();
  return (
    <section aria-labelledby="history" className="stack">
      <h2 id="history">{t('loan-part.history')}</h2>
      <ol className="history">
        {steps.map(({ at, trigger, label, by, branch, note, askId = '', from, to }) => (
          <li key={`${at} ${trigger} ${from} ${to}`}>
            <time dateTime={at}>{time(at)}</time>
            <span>
              {textOf('step', trigger, label)}
              {note && `: ${textOf('code', note)}`}
              <span className="quiet">
                {' '}
                {[branch ? branchName(branch) : textOf('done-by', by), side === 'requester' && libraries.get(askId)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
        <li>
          <time dateTime={loan.placedAt}>{time(loan.placedAt)}</time>
          <span>{t('history.placed')}</span>
        </li>
      </ol>
    </section>
  );
};

import { useTranslate } from '../../../i18n/translate.ts';
import { PossibleList } from '../shared/possible-records.tsx';
import type { Loan } from './request.ts';
import type { LoanStep } from './use-request-step.ts';

/** The records for which a request stopped before anybody outside was asked: staff name the one that is meant, if any. */
export const Possible = ({ loan, step }: { loan: Loan; step: LoanStep }) => {
  const t = useTranslate();
  const { possibleRecords = [], actions } = loan;
  const mayName = actions.some(({ trigger }) => trigger === 'amend');
  if (possibleRecords.length === 0 || !mayName) return null;
  return (
    <section className="notice notice-warn" aria-labelledby="possible">
      <div className="stack">
        <h2 id="possible" className="notice-title">
          {t('possible.title')}
        </h2>
        <p>{t('loan-part.possible')}</p>
        <PossibleList
          records={possibleRecords}
          isPending={step.isPending}
          onThis={(recordId) => step.mutate({ names: recordId })}
        />
      </div>
    </section>
  );
};

import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import type { Loan } from './request.ts';
import type { LoanStep } from './use-request-step.ts';

/** An item that has just arrived: its new barcode, conditions and due date. */
const Arrived = ({ loan, scanned }: { loan: Omit<Loan, 'actions'>; scanned: string | undefined }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { barcode, kind, due, terms } = loan;
  const { conditions = [] } = terms ?? {};
  const isMade = kind === 'outside-loan' && barcode !== undefined && barcode !== scanned;
  return (
    <div className="notice notice-good" role="status">
      <div>
        <p className="notice-title">{t('loan-part.arrived')}</p>
        {barcode && (
          <p>
            {t(isMade ? 'loan-part.stick-on' : 'loan-part.bears')}{' '}
            <strong className="barcode-to-stick">{barcode}</strong>
          </p>
        )}
        {conditions.length > 0 && (
          <p>
            {t('loans.conditions')}:{' '}
            {conditions.map((code) => textOf('code', code, t('loans.own-words', { code }))).join(', ')}
          </p>
        )}
        {due && <p>{t('loan-part.lent-until', { date: date(due) })}</p>}
      </div>
    </div>
  );
};

/** The result of a step, where more than a confirmation is needed. */
export const JustDone = ({ loan, step }: { loan: Loan; step: LoanStep }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { data, variables, isSuccess } = step;
  if (!isSuccess || !('action' in variables)) return null;
  const { action, input } = variables;
  if (action.trigger === 'receive' && data) return <Arrived loan={data} scanned={input.barcode} />;
  if (action.trigger !== 'renew' || loan.status.state !== 'renewal-asked') return null;
  return (
    <p className="notice notice-good" role="status">
      {loan.due ? t('loan-part.renewal-asked', { date: date(loan.due) }) : t('borrow-meaning.renewal-asked')}
    </p>
  );
};

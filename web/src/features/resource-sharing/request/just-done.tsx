import { useFormat } from '../../../i18n/format.ts';
import { useSay, useSayOf } from '../../../i18n/translate.ts';
import type { Loan } from './request.ts';
import type { LoanStep } from './use-request-step.ts';

/** What has just arrived: the barcode that it bears from now on, under which conditions, until when it is lent. */
const Arrived = ({ loan, scanned }: { loan: Omit<Loan, 'actions'>; scanned: string | undefined }) => {
  const say = useSay();
  const sayOf = useSayOf();
  const { date } = useFormat();
  const { barcode, kind, due, terms } = loan;
  const { conditions = [] } = terms ?? {};
  const isMade = kind === 'outside-loan' && barcode !== undefined && barcode !== scanned;
  return (
    <div className="notice notice-good" role="status">
      <div>
        <p className="notice-title">{say('loan-part.arrived')}</p>
        {barcode && (
          <p>
            {say(isMade ? 'loan-part.stick-on' : 'loan-part.bears')}{' '}
            <strong className="barcode-to-stick">{barcode}</strong>
          </p>
        )}
        {conditions.length > 0 && (
          <p>
            {say('loans.conditions')}:{' '}
            {conditions.map((code) => sayOf('code', code, say('loans.own-words', { code }))).join(', ')}
          </p>
        )}
        {due && <p>{say('loan-part.lent-until', { date: date(due) })}</p>}
      </div>
    </div>
  );
};

/** What a step came to, where more is to be said of it than that it is done. */
export const JustDone = ({ loan, step }: { loan: Loan; step: LoanStep }) => {
  const say = useSay();
  const { date } = useFormat();
  const { data, variables, isSuccess } = step;
  if (!isSuccess || 'raise' in variables) return null;
  const { action, said } = variables;
  if (action.trigger === 'receive' && data) return <Arrived loan={data} scanned={said.barcode} />;
  if (action.trigger !== 'renew' || loan.status.state !== 'renewal-asked') return null;
  return (
    <p className="notice notice-good" role="status">
      {loan.due ? say('loan-part.renewal-asked', { date: date(loan.due) }) : say('borrow-meaning.renewal-asked')}
    </p>
  );
};

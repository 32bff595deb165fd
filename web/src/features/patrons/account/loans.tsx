import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { Announce } from '../../../components/announce.tsx';
import { Badge } from '../../../components/badge.tsx';
import { Empty } from '../../../components/states.tsx';
import { reasonsIn, useReasonText } from '../../../components/use-reason-texts.ts';
import { daysUntil, useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { AccountPart } from './part.tsx';
import { TakeCalendar } from './take-calendar.tsx';
import { type Loan, type Renewal, useRenewals } from './use-renewals.ts';

const SOON_DAYS = 3;

const Due = ({ loan, renewal }: { loan: Loan; renewal: Renewal | undefined }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const due = renewal?.is === 'renewed' ? renewal.due : loan.due;
  const days = daysUntil(due);
  // A recalled loan still has a due date, usually earlier; a lost or claimed returned one has none.
  const recalled = loan.state === 'recalled' && renewal?.is !== 'renewed';
  if (loan.state !== 'open' && loan.state !== 'overdue' && loan.state !== 'recalled')
    return (
      <Badge tone="warn" icon="warn">
        {textOf('loan-state', loan.state)}
      </Badge>
    );
  if (days < 0)
    return (
      <Badge tone="bad" icon="warn">
        {t('loan.overdue', { date: date(due), days: -days })}
      </Badge>
    );
  return (
    <Badge tone={days <= SOON_DAYS || recalled ? 'warn' : 'none'} icon={recalled ? 'warn' : 'wait'}>
      {recalled ? `${textOf('loan-state', loan.state)} · ` : ''}
      {t('loan.due', { date: date(due), days })}
    </Badge>
  );
};

const Result = ({ renewal }: { renewal: Renewal | undefined }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const reasonText = useReasonText();
  if (renewal?.is === 'renewed') return <p className="good">{t('loan.renewed', { date: date(renewal.due) })}</p>;
  if (renewal?.is === 'asked') return <p>{t('loan.renewal-asked', { date: date(renewal.due) })}</p>;
  if (renewal?.is !== 'refused') return null;
  const reasons = reasonsIn(renewal.problem).map(reasonText).join(' ');
  return <p className="bad">{t('loan.not-renewed', { reasons })}</p>;
};

const LoanRow = ({ loan, renewal, renew }: { loan: Loan; renewal: Renewal | undefined; renew: () => void }) => {
  const t = useTranslate();
  const { money } = useFormat();
  const { branchName, memberName } = useDirectory();
  const title = loan.title ?? loan.barcode;
  return (
    <li className="row-card">
      <div className="row-body">
        <h3 className="row-title">
          {loan.recordId ? (
            <Link to="/record/$recordId" params={{ recordId: loan.recordId }}>
              {title}
            </Link>
          ) : (
            title
          )}
        </h3>
        <p className="quiet">
          {t('loan.from', { member: memberName(loan.memberId), branch: branchName(loan.checkoutBranch) })}
        </p>
        <Due loan={loan} renewal={renewal} />
        {loan.accrued && renewal?.is !== 'renewed' && (
          <p className="quiet">{t('loan.accrued', { amount: money(loan.accrued.amount, loan.accrued.currency) })}</p>
        )}
        {loan.autoRenewed && renewal === undefined && <p className="quiet">{t('loan.auto-renewed')}</p>}
        <Result renewal={renewal} />
      </div>
      <Button
        variant="default"
        size="sm"
        loading={renewal?.is === 'running'}
        aria-label={t('loan.renew-one', { title })}
        onClick={renew}
      >
        {t('do.renew')}
      </Button>
    </li>
  );
};

const useRenewalMessage = (results: Record<string, Renewal>): string => {
  const t = useTranslate();
  const all = Object.values(results);
  if (all.length === 0 || all.some(({ is }) => is === 'running')) return '';
  const renewed = all.filter(({ is }) => is === 'renewed').length;
  const asked = all.filter(({ is }) => is === 'asked').length;
  return t('loan.renewal-news', { renewed, asked, refused: all.length - renewed - asked });
};

/** The patron's loans, the next due first; each can be renewed, or all at once with a result for each. */
export const Loans = () => {
  const t = useTranslate();
  const query = useQuery({ queryKey: ['loans'], queryFn: () => take(api.GET('/v1/circulation/my/loans')) });
  const { results, renewAll } = useRenewals();
  const loans = query.data?.loans ?? [];
  const message = useRenewalMessage(results);
  const actions = loans.length > 0 && (
    <div className="part-actions">
      <TakeCalendar loans={loans} />
      {loans.length > 1 && <Button onClick={() => void renewAll(loans)}>{t('do.renew-all')}</Button>}
    </div>
  );
  return (
    <AccountPart id="loans" title={t('account.loans')} query={query} action={actions}>
      <Announce text={message} />
      {loans.length === 0 && <Empty title={t('loan.none')} />}
      <ul className="rows">
        {loans.map((loan) => (
          <LoanRow key={loan.loanId} loan={loan} renewal={results[loan.loanId]} renew={() => void renewAll([loan])} />
        ))}
      </ul>
    </AccountPart>
  );
};

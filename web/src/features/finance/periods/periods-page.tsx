import { Link } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { OpenDisputes } from './open-disputes.tsx';
import { OpenPayouts } from './open-payouts.tsx';
import { useBoard } from './period.ts';
import { PeriodCard } from './period-card.tsx';
import { VerifyAll } from './verify.tsx';
import './periods.css';

/** The period board: recent months with states, figures and next steps, and the open disputes. */
export const PeriodsPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const mayRead = hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin');
  const { data, error, refetch } = useBoard(mayRead);
  const title = t('periods.title');
  useTitle(title);
  return (
    <div className="page periods">
      <div className="desk-head">
        <h1>{title}</h1>
        {mayRead && (
          <div className="row">
            <Link to="/prices">{t('prices.link')}</Link>
            <Link to="/members">{t('members.link')}</Link>
          </div>
        )}
      </div>
      <p className="quiet">{t('periods.meaning')}</p>
      {!session && <StaffSignIn back="/periods" />}
      {who && !mayRead && <p className="notice">{t('periods.not-yours')}</p>}
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {mayRead && !data && !error && <Waiting rows={3} height={140} />}
      {data && (
        <>
          <OpenPayouts />
          <OpenDisputes openDisputes={data.openDisputes} />
          {data.periods.some(({ state }) => state === 'closed') && <VerifyAll />}
          {data.periods.map((period) => (
            // The key resets a month whose state changed, so that no outdated question stays open.
            <PeriodCard
              key={`${period.month} ${period.state}`}
              period={period}
              names={data.names}
              alerts={data.budgetAlerts[period.month] ?? 0}
            />
          ))}
        </>
      )}
    </div>
  );
};

import { Navigate } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { currentMonth, monthBefore } from '../../../components/months.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';

/** Leads the finance staff of a library to its statement of the last whole month, from which every other is chosen. */
export const OwnStatementPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  useTitle(t('at.statements'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  if (hasRole(who, 'member-finance') && who.member) {
    const params = { month: monthBefore(currentMonth()), memberId: who.member };
    return <Navigate to="/statements/$month/$memberId" params={params} replace />;
  }
  return (
    <div className="page">
      <h1>{t('at.statements')}</h1>
      <Empty title={t('statements.not-yours')}>{!session && <StaffSignIn back="/statements" />}</Empty>
    </div>
  );
};

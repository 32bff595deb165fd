import { NativeSelect } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../shared/month.css';
import { Alerts } from './alerts.tsx';
import './budgets.css';
import { useBudgets } from './budgets.ts';
import { SetBudget } from './set-budget.tsx';
import { Standings } from './standings.tsx';

const route = getRouteApi('/budgets');

const Whole = ({ member, mayRead, maySet }: { member: string | undefined; mayRead: boolean; maySet: boolean }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { data, error, refetch } = useBudgets(member, mayRead);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={140} />;
  return (
    <>
      <p className="quiet">{data.asOf ? t('budgets.as-of', { time: time(data.asOf) }) : t('budgets.not-yet')}</p>
      <Standings data={data} />
      <Alerts data={data} />
      {maySet && <SetBudget key={data.owner} data={data} />}
    </>
  );
};

/** The page of a member's or the consortium's budgets: allowed, spent and forecast amounts, and the alerts. */
export const BudgetsPage = () => {
  const t = useTranslate();
  const { members, memberName } = useDirectory();
  const session = useSession();
  const who = useWho();
  const navigate = route.useNavigate();
  const asked = route.useSearch();
  const own = hasRole(who, 'member-finance') ? who.member : undefined;
  const mayChoose = hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin');
  const member = mayChoose ? asked.member : own;
  const mayRead = mayChoose || own !== undefined;
  const maySet = hasRole(who, 'finance-preparer') || (own !== undefined && own === member);
  const title = member ? t('budgets.title-of', { member: memberName(member) }) : t('budgets.title');
  useTitle(title);
  return (
    <div className="page page-wide month">
      <div className="desk-head">
        <h1>{title}</h1>
        <div className="row">
          {mayChoose && <Link to="/periods">{t('periods.title')}</Link>}
          {mayChoose && (
            <NativeSelect
              size="sm"
              aria-label={t('budgets.whose')}
              value={member ?? ''}
              data={[
                { value: '', label: t('budgets.consortium') },
                ...members.map((one) => ({ value: one.memberId, label: one.name })),
              ]}
              onChange={({ currentTarget: { value } }) => void navigate({ search: value ? { member: value } : {} })}
            />
          )}
        </div>
      </div>
      <p className="quiet">{t('budgets.meaning')}</p>
      {!session && <StaffSignIn back="/budgets" />}
      {who && !mayRead && <p className="notice">{t('budgets.not-yours')}</p>}
      {mayRead && <Whole key={member ?? ''} member={member} mayRead={mayRead} maySet={maySet} />}
    </div>
  );
};

import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { MonthChoice } from '../shared/month-choice.tsx';
import { Charges } from './charges.tsx';
import './ledgers.css';
import { Netting } from './netting.tsx';
import { PartnerAccounts } from './partner-accounts.tsx';
import { Tills } from './tills.tsx';

const route = getRouteApi('/money/$month');

/** A member's money in a month besides the netting: interlibrary loans, partners, and tills, as far as the user may see them. */
const OfMember = ({ month, member }: { month: string; member: string }) => {
  const t = useTranslate();
  const who = useWho();
  const isFinance = hasRole(who, 'member-finance', 'finance-preparer', 'finance-approver', 'auditor', 'admin');
  const mayWrite = hasRole(who, 'member-finance', 'finance-preparer', 'finance-approver');
  return (
    <>
      <section aria-labelledby="charges">
        <h2 id="charges">{t('charge.title')}</h2>
        <p className="quiet">{t('charge.meaning')}</p>
        <Charges month={month} member={member} />
      </section>
      {isFinance && (
        <section aria-labelledby="partners">
          <h2 id="partners">{t('account-with.title')}</h2>
          <p className="quiet">{t('account-with.meaning')}</p>
          <PartnerAccounts month={month} member={member} mayWrite={mayWrite} />
        </section>
      )}
      {isFinance && (
        <section aria-labelledby="tills">
          <h2 id="tills">{t('ledgers.tills')}</h2>
          <Tills month={month} member={member} />
        </section>
      )}
    </>
  );
};

/** The page of a month's ledgers: netting between members, loan charges, partners, and tills. */
export const LedgersPage = () => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const session = useSession();
  const who = useWho();
  const navigate = useNavigate();
  const { month } = route.useParams();
  const { member: asked } = route.useSearch();
  const mayChoose = hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin');
  const member = mayChoose ? asked : who?.member;
  const title = t('ledgers.title', { month: monthName(month) });
  useTitle(title);
  return (
    <div className="page page-wide ledgers">
      <div className="desk-head">
        <h1>{title}</h1>
        <div className="row">
          {hasRole(who, 'ill') && <Link to="/loans">{t('loans.title')}</Link>}
          <Link to="/months/$month" params={{ month }} search={asked ? { member: asked } : {}}>
            {t('nav.months')}
          </Link>
          <MonthChoice
            month={month}
            member={member}
            mayChoose={mayChoose}
            go={(params, search) => void navigate({ to: '/money/$month', params, search })}
          />
        </div>
      </div>
      {!session && <StaffSignIn back={`/money/${month}`} />}
      {who && mayChoose && (
        <section aria-labelledby="netting">
          <h2 id="netting">{t('ledgers.netting')}</h2>
          <p className="quiet">{t('ledgers.netting-meaning')}</p>
          <Netting month={month} mayPost={hasRole(who, 'finance-preparer', 'finance-approver')} />
        </section>
      )}
      {who && (member ? <OfMember key={member} month={month} member={member} /> : <p>{t('ledgers.choose-member')}</p>)}
    </div>
  );
};

import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useMembers } from '../../membership/shared/use-member.ts';
import { AccountsTable } from './accounts-table.tsx';

/** The page of accounts at the payment provider: administrators of the consortium set them, finance staff see them. */
export const PaymentAccountsPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { members, isPending } = useDirectory();
  const own = useMembers('member-finance');
  useTitle(t('payment-account.title'));
  if (session?.kind === 'staff' && (!who || isPending)) return <PagePending />;
  const libraries = hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin') ? members : own;
  return (
    <div className="page page-wide">
      <h1>{t('payment-account.title')}</h1>
      <p className="quiet">{t('payment-account.meaning')}</p>
      {libraries.length > 0 ? (
        <AccountsTable libraries={libraries} maySet={hasRole(who, 'admin')} />
      ) : (
        <Empty title={t('payment-account.not-here')}>
          <StaffSignIn back="/payment-accounts" />
        </Empty>
      )}
    </div>
  );
};

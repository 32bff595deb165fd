import { NativeSelect } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { currentMonth, monthsBefore } from '../../../components/months.ts';
import { ShowMore } from '../../../components/show-more.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useMembers } from '../../membership/shared/use-member.ts';
import { PaymentsTable } from './payments-table.tsx';
import { PayoutsTable } from './payouts-table.tsx';
import { useOnline } from './use-online.ts';

const route = getRouteApi('/online-payments');
const MONTHS = 13;

type Search = { member: string; month: string; payment?: string | undefined };

const Shown = ({ member, month, payment }: Search) => {
  const t = useTranslate();
  const { data, error, refetch, ...paged } = useOnline({ memberId: member, month, payment });
  const who = useWho();
  const ownFinance = useMembers('member-finance').some(({ memberId }) => memberId === member);
  const mayRefund = useMembers('member-finance', 'desk-supervisor').some(({ memberId }) => memberId === member);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={56} />;
  const payments = data.pages.flatMap((page) => page.payments);
  const [{ payouts = [], disputed = [], account } = {}] = data.pages;
  const file = `online-payments-${member}-${month}`;
  return (
    <>
      {account === undefined && <p className="quiet">{t('online.no-account')}</p>}
      <section aria-labelledby="online-payments" className="stack">
        <h2 id="online-payments">{t('online.payments')}</h2>
        <PaymentsTable
          {...{
            name: t('online.payments'),
            rows: payments,
            mayRefund,
            empty: t(payment === undefined ? 'online.none' : 'online.not-of-account'),
            file,
          }}
        />
        {payment !== undefined && (
          <Link to="/online-payments" search={{ member, month }}>
            {t('online.all-of-month')}
          </Link>
        )}
        <ShowMore {...paged} />
      </section>
      <section aria-labelledby="online-disputes" className="stack">
        <h2 id="online-disputes">{t('online.disputes')}</h2>
        <PaymentsTable
          {...{ name: t('online.disputes'), rows: disputed, mayRefund: false, empty: t('online.no-disputes') }}
        />
      </section>
      <section aria-labelledby="online-payouts" className="stack">
        <h2 id="online-payouts">{t('online.payouts')}</h2>
        <PayoutsTable
          rows={payouts}
          mayCheck={ownFinance || hasRole(who, 'finance-preparer', 'finance-approver')}
          file={`payouts-${member}-${month}`}
        />
      </section>
    </>
  );
};

/** Returns the libraries whose payments the user may see: all for finance staff of the consortium, their own for a member's staff. */
const useOffered = () => {
  const who = useWho();
  const { members } = useDirectory();
  const own = useMembers('member-finance', 'desk-supervisor');
  return hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin') ? members : own;
};

/** The page of online payments: payments, refunds, disputes and payouts of a library in a month. */
export const OnlinePaymentsPage = () => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const navigate = useNavigate();
  const session = useSession();
  const who = useWho();
  const { isPending } = useDirectory();
  const { month = currentMonth(), member: asked, payment } = route.useSearch();
  const offered = useOffered();
  const member = offered.find(({ memberId }) => memberId === asked)?.memberId ?? offered[0]?.memberId;
  useTitle(t('online.title'));
  if (session?.kind === 'staff' && (!who || isPending)) return <PagePending />;
  const go = (search: { month: string; member: string }): void => void navigate({ to: '/online-payments', search });
  const months = [
    ...new Set([month, ...Array.from({ length: MONTHS }, (_, back) => monthsBefore(currentMonth(), back))]),
  ];
  return (
    <div className="page page-wide">
      <h1>{t('online.title')}</h1>
      <p className="quiet">{t('online.meaning')}</p>
      {member ? (
        <>
          <div className="row">
            <NativeSelect
              size="sm"
              label={t('online.month')}
              value={month}
              data={months.map((value) => ({ value, label: monthName(value) }))}
              onChange={({ currentTarget: { value } }) => go({ month: value, member })}
            />
            {offered.length > 1 && (
              <NativeSelect
                size="sm"
                label={t('online.member')}
                value={member}
                data={offered.map(({ memberId, name }) => ({ value: memberId, label: name }))}
                onChange={({ currentTarget: { value } }) => go({ month, member: value })}
              />
            )}
          </div>
          <Shown key={`${member} ${month} ${payment}`} {...{ member, month, payment }} />
        </>
      ) : (
        <Empty title={t('online.no-account')}>
          <StaffSignIn back="/online-payments" />
        </Empty>
      )}
    </div>
  );
};

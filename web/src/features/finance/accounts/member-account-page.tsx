import { NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { FileButtons } from '../../../components/file-buttons.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../shared/month.css';
import { type Line, useAccount } from './account.ts';
import './accounts.css';
import { OneCurrency } from './one-currency.tsx';
import { AskPayout, Payouts } from './payouts.tsx';
import { RecordPayment } from './record-payment.tsx';
import { Reminders } from './reminders.tsx';
import { ReversePayment } from './reverse-payment.tsx';

const route = getRouteApi('/accounts/$memberId');

/** The choice of the date range; stored in the address. */
const Between = ({ from, to }: { from: string; to: string }) => {
  const t = useTranslate();
  const navigate = route.useNavigate();
  const range = route.useSearch();
  return (
    <div className="payment">
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          size="sm"
          type="date"
          label={t(`accounts.${end}`)}
          value={range[end] ?? { from, to }[end]}
          onChange={({ currentTarget: { value } }) =>
            value !== '' && void navigate({ search: { ...range, [end]: value }, replace: true, resetScroll: false })
          }
        />
      ))}
    </div>
  );
};

const Whole = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const who = useWho();
  const { memberName } = useDirectory();
  const range = route.useSearch();
  const { data, error, refetch } = useAccount(memberId, range, true);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={140} />;
  const { accounts, payouts, overdue, from, to } = data;
  const [member, mayBook] = [memberName(memberId), hasRole(who, 'finance-preparer')];
  const takesBack = (line: Line) =>
    mayBook &&
    line.kind === 'payment' &&
    line.reversedBy === undefined && <ReversePayment memberId={memberId} line={line} />;
  return (
    <>
      <Between from={from} to={to} />
      {accounts.length === 0 && <Empty title={t('accounts.none')} />}
      {accounts.map((account) => (
        <div key={account.currency}>
          <OneCurrency account={account} from={from} to={to} act={takesBack} />
          {mayBook && account.ageing.inCredit > 0 && (
            <AskPayout memberId={memberId} member={member} account={account} />
          )}
        </div>
      ))}
      {accounts.length > 0 && (
        <FileButtons
          name={t('accounts.files')}
          formats={['pdf', 'xlsx', 'csv', 'journal'] as const}
          ask={(how) =>
            take(
              api.POST('/v1/finance/accounts/{memberId}/files', {
                ...{ params: { path: { memberId } }, body: { ...how, from, to } },
              }),
            )
          }
        />
      )}
      <Reminders {...{ memberId, member, overdue }} maySend={mayBook} />
      <Payouts payouts={payouts} member={member} />
      {mayBook && <RecordPayment memberId={memberId} member={member} accounts={accounts} />}
    </>
  );
};

/**
 * The page of a member's account with the consortium: invoices, credit notes and payments, their ages, and the form to record a payment.
 */
export const MemberAccountPage = () => {
  const t = useTranslate();
  const { members, memberName } = useDirectory();
  const session = useSession();
  const who = useWho();
  const navigate = route.useNavigate();
  const { memberId } = route.useParams();
  const isOwn = hasRole(who, 'member-finance') && who.member === memberId;
  const mayChoose = hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin');
  const mayRead = mayChoose || isOwn;
  const title = t('accounts.title', { member: memberName(memberId) });
  useTitle(title);
  return (
    <div className="page page-wide month">
      <div className="desk-head">
        <h1>{title}</h1>
        <div className="row">
          {mayChoose && <Link to="/periods">{t('periods.title')}</Link>}
          {mayRead && (
            <Link to="/accounts/$memberId/codes" params={{ memberId }}>
              {t('codes.link')}
            </Link>
          )}
          {mayChoose && (
            <NativeSelect
              size="sm"
              aria-label={t('month.member')}
              value={memberId}
              data={members.map((one) => ({ value: one.memberId, label: one.name }))}
              onChange={({ currentTarget: { value } }) => void navigate({ params: { memberId: value }, search: true })}
            />
          )}
        </div>
      </div>
      <p className="quiet">{t('accounts.meaning')}</p>
      {!session && <StaffSignIn back={`/accounts/${memberId}`} />}
      {who && !mayRead && <p className="notice">{t('accounts.not-yours')}</p>}
      {mayRead && <Whole key={memberId} memberId={memberId} />}
    </div>
  );
};

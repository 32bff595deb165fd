import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { config } from '../../../api/config.ts';
import { hasRole, holdsAt, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { currentMonth, monthsBefore } from '../../../components/months.ts';
import { MonthsChoice } from '../../../components/months-choice.tsx';
import { PaperHead } from '../../../components/print-header.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useAccount } from '../../finance/accounts/account.ts';
import { useMembers } from '../../membership/shared/use-member.ts';
import { useReport } from '../../resource-sharing/reports/report.ts';
import { MONTHS_BACK } from '../loan-counts/months.ts';
import { AssumedFacts } from './assumed-facts.tsx';
import { AssumptionForm } from './assumption-form.tsx';
import { type Entered, enteredOf } from './assumptions.ts';
import { useValue, type Value, type ValueQuery } from './value.ts';
import './value.css';
import { daysOf } from './value-figures.ts';
import { ValueReport } from './value-report.tsx';

type Month = Value['months'][number];
type Offered = readonly { memberId: string; name: string }[];

/** The months that are shown first: the current one and those before it. */
const YEAR = 12;

const route = getRouteApi('/value');

const ByMonth = ({ asked, rows }: { asked: ValueQuery; rows: readonly Month[] }) => {
  const t = useTranslate();
  const { number, month: monthName } = useFormat();
  const figure = (key: 'borrowed' | 'lent' | 'outside'): Column<Month> => ({
    ...{ key, head: t(`value.${key}`), align: 'end', sort: (row) => row[key], cell: (row) => number(row[key]) },
    total: number(rows.reduce((sum, row) => sum + row[key], 0)),
  });
  const columns: Column<Month>[] = [
    { key: 'month', head: t('value.month'), sort: ({ month }) => month, cell: ({ month }) => monthName(month) },
    ...(['borrowed', 'lent', 'outside'] as const).map(figure),
  ];
  return (
    <>
      <h2>{t('value.by-month')}</h2>
      <DataTable
        name={t('value.by-month')}
        columns={columns}
        rows={rows}
        rowKey={({ month }) => month}
        empty={t('value.none')}
        file={`concord-value-${asked.member}-${asked.from}-${asked.to}`}
      />
    </>
  );
};

type WholeProps = { asked: ValueQuery; entered: Entered; offered: Offered; readsAccount: boolean };

const Whole = ({ asked, entered, offered, readsAccount }: WholeProps) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { month: monthName } = useFormat();
  const { memberName } = useDirectory();
  const { data: value, error, refetch } = useValue(asked);
  const { data: report } = useReport(asked, true);
  const { data: account } = useAccount(asked.member, daysOf(asked), readsAccount);
  const head = { library: memberName(asked.member), from: monthName(asked.from), to: monthName(asked.to) };
  return (
    <>
      <div className="value-screen">
        <MonthsChoice
          chosen={asked}
          offered={offered}
          back={MONTHS_BACK}
          go={(search) => void navigate({ to: '/value', search: { ...entered, ...search } })}
        />
      </div>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!error && !value && <Waiting />}
      {value && (
        <>
          <PaperHead action={t('value.save-pdf')}>{t('value.head', head)}</PaperHead>
          <p className="value-paper">{config().consortium}</p>
          <ValueReport value={value} report={report} accounts={account?.accounts} entered={entered} />
          <ByMonth asked={asked} rows={value.months} />
          <h2>{t('value.assumptions')}</h2>
          <p className="quiet value-screen">{t('value.assumptions-meaning')}</p>
          <AssumedFacts entered={entered} />
          <div className="value-screen">
            <AssumptionForm
              entered={entered}
              change={(next) => void navigate({ to: '/value', search: { ...asked, ...next } })}
            />
          </div>
        </>
      )}
    </>
  );
};

/** The page of what membership brought a library and what it paid: for those who answer for a library, and for the consortium's finance staff. */
export const ValuePage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { members, isPending } = useDirectory();
  const own = useMembers('member-admin', 'member-finance');
  const { from, to, member, ...typed } = route.useSearch();
  const entered = enteredOf(typed);
  useTitle(t('value.title'));
  if (session?.kind === 'staff' && (!who || isPending)) return <PagePending />;
  const all = hasRole(who, 'admin', 'auditor', 'finance-preparer', 'finance-approver');
  const offered = all ? members : own;
  const shown = offered.find(({ memberId }) => memberId === member)?.memberId ?? offered[0]?.memberId;
  const readsAccount = all || (shown !== undefined && holdsAt(who, shown, 'member-finance'));
  return (
    <div className="page page-wide value-page">
      <h1>{t('value.title')}</h1>
      <p className="quiet">{t('value.page')}</p>
      {shown === undefined ? (
        <Empty title={t('policy.not-yours')}>
          <StaffSignIn back="/value" />
        </Empty>
      ) : (
        <Whole
          asked={{ from: from ?? monthsBefore(currentMonth(), YEAR - 1), to: to ?? currentMonth(), member: shown }}
          entered={entered}
          offered={offered}
          readsAccount={readsAccount}
        />
      )}
    </div>
  );
};

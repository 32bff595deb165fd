import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import { type Answered, hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { type Months, MonthsChoice } from '../../../components/months-choice.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useMembers } from '../../membership/shared/use-member.ts';
import { lastYear, MONTHS_BACK } from './months.ts';

type Row = Answered<'analytics-count-loans'>['loans'][number];

const route = getRouteApi('/loan-counts');

const useLoans = ({ from, to, member }: Months) =>
  useQuery({
    queryKey: ['loan-counts', from, to, member],
    queryFn: () => take(api.GET('/v1/analytics/loans', { params: { query: { from, to, ...(member && { member }) } } })),
    retry: false,
  });

const Counts = ({ asked }: { asked: Months }) => {
  const t = useTranslate();
  const { number } = useFormat();
  const { memberName } = useDirectory();
  const { data, error, refetch } = useLoans(asked);
  const figure = (key: 'checkouts' | 'circulation' | 'persons'): Column<Row> => ({
    ...{ key, head: t(`loan-counts.${key}`), align: 'end', sort: (row) => row[key] },
    cell: (row) => number(row[key]),
  });
  const columns: Column<Row>[] = [
    {
      ...{ key: 'month', head: t('loan-counts.month'), sort: ({ month }) => month },
      cell: ({ month }) => month,
    },
    {
      ...{ key: 'member', head: t('loan-counts.library'), sort: ({ member }) => memberName(member) },
      cell: ({ member }) => memberName(member),
    },
    figure('checkouts'),
    figure('circulation'),
    figure('persons'),
  ];
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  return (
    <DataTable
      key={JSON.stringify(asked)}
      name={t('loan-counts.title')}
      columns={columns}
      rows={data?.loans}
      rowKey={({ member, month }) => `${member} ${month}`}
      order={{ key: 'month', down: true }}
      empty={t('loan-counts.none')}
      file={`concord-loan-counts-${asked.from}-${asked.to}`}
    />
  );
};

/** The page of loans by library and month, counted from the archive of facts: for staff who answer for a library or for all. */
export const LoanCountsPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const session = useSession();
  const who = useWho();
  const { members, isPending } = useDirectory();
  const own = useMembers('member-admin', 'member-finance');
  const { from, to, member } = route.useSearch();
  useTitle(t('loan-counts.title'));
  if (session?.kind === 'staff' && (!who || isPending)) return <PagePending />;
  const all = hasRole(who, 'admin', 'auditor', 'finance-preparer', 'finance-approver');
  const offered = { all, members: all ? members : own };
  const known = offered.members.some(({ memberId }) => memberId === member) ? member : undefined;
  const shown = known ?? (all ? undefined : own[0]?.memberId);
  const months = lastYear();
  const asked = { from: from ?? months.from, to: to ?? months.to, ...(shown && { member: shown }) };
  return (
    <div className="page page-wide">
      <h1>{t('loan-counts.title')}</h1>
      {all || own.length > 0 ? (
        <>
          <p className="quiet">{t('loan-counts.meaning')}</p>
          <MonthsChoice
            chosen={asked}
            offered={offered.members}
            all={all}
            back={MONTHS_BACK}
            go={(search) => void navigate({ to: '/loan-counts', search })}
          />
          <Counts asked={asked} />
        </>
      ) : (
        <Empty title={t('policy.not-yours')}>
          <StaffSignIn back="/loan-counts" />
        </Empty>
      )}
    </div>
  );
};

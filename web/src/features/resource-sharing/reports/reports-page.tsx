import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { MonthsChoice } from '../../../components/months-choice.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../../finance/shared/month.css';
import { useMembers } from '../../membership/shared/use-member.ts';
import { CsvFile } from './csv-file.tsx';
import { Figures } from './figures.tsx';
import { Balance, Months } from './over-time.tsx';
import { monthsBack, type Report, type ReportQuery, useReport } from './report.ts';
import { Pairs, Reasons, Waits } from './section-tables.tsx';

const route = getRouteApi('/loan-reports');
/** How many months before the current one can be chosen: three years. */
const MONTHS_BACK = 35;

/** Returns the member whose report the user may see: any or all for the consortium's administrators, their own for a member's staff. */
const useReportMember = (asked: string | undefined) => {
  const who = useWho();
  const { members } = useDirectory();
  const own = useMembers('ill', 'member-admin', 'member-finance');
  const readsAll = hasRole(who, 'admin', 'auditor', 'finance-preparer', 'finance-approver');
  const offered = readsAll ? members : own;
  const member = offered.find(({ memberId }) => memberId === asked)?.memberId;
  return { readsAll, offered, member: member ?? (readsAll ? undefined : offered[0]?.memberId) };
};

const Body = ({ report }: { report: Report }) => {
  const t = useTranslate();
  const { borrowing, lending, months, balance } = report;
  const isEmpty = borrowing.requests.begun + borrowing.asked + lending.asked === 0 && months.length === 0;
  if (isEmpty) return <Empty title={t('report.none')} />;
  return (
    <>
      <section aria-labelledby="borrowing">
        <h2 id="borrowing">{t('report.borrowing')}</h2>
        <Figures section={borrowing} requests={borrowing.requests} />
        <Waits waits={borrowing.waits} />
        <Reasons reasons={borrowing.reasons} />
        <Pairs pairs={borrowing.pairs} pairsLeft={borrowing.pairsLeft} />
      </section>
      {report.memberId !== undefined && (
        <section aria-labelledby="lending">
          <h2 id="lending">{t('report.lending')}</h2>
          <Figures section={lending} />
          <Waits waits={lending.waits} />
          <Reasons reasons={lending.reasons} />
          <Pairs pairs={lending.pairs} pairsLeft={lending.pairsLeft} />
        </section>
      )}
      <Balance balance={balance} />
      <Months months={months} />
    </>
  );
};

/** The page of interlibrary loan reports: fill rate, turnaround by step, reasons for unfilled requests, costs, by pair and month. */
export const ReportsPage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const session = useSession();
  const who = useWho();
  const search = route.useSearch();
  const { readsAll, offered, member } = useReportMember(search.member);
  const [now = '', ...before] = monthsBack(12);
  const query: ReportQuery = { from: search.from ?? before.at(-1) ?? now, to: search.to ?? now, member };
  const isKnown = readsAll || member !== undefined;
  const { data, error, refetch } = useReport(query, isKnown);
  useTitle(t('report.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page page-wide month">
      <div className="desk-head">
        <h1>{t('report.title')}</h1>
        {isKnown && <CsvFile query={query} />}
      </div>
      {isKnown ? (
        <>
          <MonthsChoice
            chosen={query}
            offered={offered}
            all={readsAll}
            back={MONTHS_BACK}
            go={(search) => void navigate({ to: '/loan-reports', search })}
          />
          <p className="quiet">{t('report.meaning')}</p>
          {error && <FailedNotice thrown={error} again={() => void refetch()} />}
          {!data && !error && <Waiting rows={3} height={120} />}
          {data && <Body report={data} />}
        </>
      ) : (
        <Empty title={t('report.not-here')}>
          <StaffSignIn back="/loan-reports" />
        </Empty>
      )}
    </div>
  );
};

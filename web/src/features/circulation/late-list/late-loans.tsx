import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { memberOf, useDirectory } from '../../../api/directory.ts';
import { useWholeList } from '../../../api/use-whole-list.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { PaperHead } from '../../../components/print-header.tsx';
import { Spine } from '../../../components/spine.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { daysUntil, useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { spokenName } from '../../patrons/shared/patron-name.ts';
import type { Place } from './place.ts';

type Loan = Answered<'circulation-list-overdue'>['loans'][number];
type Stage = Loan['stage'];

const useLateLoans = ({ branchId, of }: Place, stage: Stage) =>
  useWholeList(['late', branchId, of, stage], (after) =>
    take(
      api.GET('/v1/circulation/branches/{branchId}/overdue', {
        params: { path: { branchId }, query: { of, stage, limit: 100, ...(after && { after }) } },
      }),
    ),
  );

const useColumns = (stage: Stage): Column<Loan>[] => {
  const t = useTranslate();
  const { branchName, memberName } = useDirectory();
  const { date, money } = useFormat();
  const nameOf = ({ patron }: Loan) => patron && spokenName(patron.name);
  const overdue: Column<Loan>[] = [
    {
      key: 'due',
      head: t('late.due'),
      cell: ({ due }) => (
        <>
          {date(due)} ({t('late.days', { count: Math.max(0, -daysUntil(due)) })})
        </>
      ),
      sort: ({ due }) => due,
    },
  ];
  const lost: Column<Loan>[] = [
    { key: 'since', head: t('late.since'), cell: ({ since }) => date(since), sort: ({ since }) => since },
    {
      key: 'charged',
      head: t('late.charged'),
      align: 'end',
      cell: ({ charged }) => charged && money(charged.amount, charged.currency),
      sort: ({ charged }) => charged?.amount,
    },
  ];
  return [
    {
      key: 'what',
      head: t('late.what'),
      cell: ({ title, barcode, recordId }) => (
        <>
          <span className="tick" aria-hidden="true" />
          {recordId === undefined ? (
            (title ?? barcode)
          ) : (
            <Link to="/record/$recordId" params={{ recordId }}>
              {title ?? barcode}
            </Link>
          )}
        </>
      ),
      sort: ({ title, barcode }) => title ?? barcode,
    },
    { key: 'barcode', head: t('late.barcode'), cell: ({ barcode }) => <span className="barcode">{barcode}</span> },
    {
      key: 'home',
      head: t('late.home'),
      cell: ({ homeBranch, location }) => (
        <Spine memberId={memberOf(homeBranch)}>
          {branchName(homeBranch)}, {location}
        </Spine>
      ),
      sort: ({ homeBranch, location }) => `${branchName(homeBranch)} ${location}`,
    },
    {
      key: 'patron',
      head: t('late.patron'),
      cell: (loan) => (
        <>
          <Link to="/patrons/$patronId" params={{ patronId: loan.patronId }}>
            {nameOf(loan) ?? t('late.of-elsewhere', { member: memberName(loan.patronMember) })}
          </Link>
          {loan.patron && <span className="barcode data-second">{loan.patron.card}</span>}
        </>
      ),
      sort: ({ patron }) => patron?.name.family,
    },
    ...(stage === 'overdue' ? overdue : lost),
  ];
};

/** All overdue or lost loans of a place, the longest overdue first. */
export const LateLoans = ({ place, stage }: { place: Place; stage: Stage }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const columns = useColumns(stage);
  const { data, error, refetch, hasNextPage, dataUpdatedAt } = useLateLoans(place, stage);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data || hasNextPage) return <Waiting rows={4} height={48} />;
  const loans = data.pages.flatMap((page) => page.loans);
  const count = t(`late.${stage}-count`, {
    count: loans.length,
    time: time(new Date(dataUpdatedAt).toISOString()),
  });
  if (loans.length === 0) return <Empty title={count} />;
  return (
    <>
      <PaperHead>{count}</PaperHead>
      <DataTable
        name={t(`late.${stage}`)}
        rows={loans}
        rowKey={({ loanId, branchId }) => `${loanId} ${branchId}`}
        columns={columns}
        empty={count}
      />
    </>
  );
};

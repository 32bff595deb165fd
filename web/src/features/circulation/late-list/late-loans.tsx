import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useWholeList } from '../../../api/use-whole-list.ts';
import { PaperHead } from '../../../components/print-header.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { daysUntil, useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
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

const Row = ({ loan, stage }: { loan: Loan; stage: Stage }) => {
  const t = useTranslate();
  const { branchName, memberName } = useDirectory();
  const { date, money } = useFormat();
  const { barcode, title, homeBranch, location, patron, patronMember, due, since, charged } = loan;
  const name = patron && [patron.name.given, patron.name.family].filter(Boolean).join(' ');
  return (
    <tr>
      <th scope="row">
        <span className="tick" aria-hidden="true" />
        {title ?? barcode}
      </th>
      <td className="barcode">{barcode}</td>
      <td>
        {branchName(homeBranch)}, {location}
      </td>
      <td>
        {name ?? t('late.of-elsewhere', { member: memberName(patronMember) })}
        {patron && <span className="barcode"> {patron.card}</span>}
      </td>
      {stage === 'overdue' ? (
        <td>
          {date(due)} ({t('late.days', { count: Math.max(0, -daysUntil(due)) })})
        </td>
      ) : (
        <>
          <td>{date(since)}</td>
          <td>{charged && money(charged.amount, charged.currency)}</td>
        </>
      )}
    </tr>
  );
};

/** All overdue or lost loans of a place, the longest overdue first. */
export const LateLoans = ({ place, stage }: { place: Place; stage: Stage }) => {
  const t = useTranslate();
  const { time } = useFormat();
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
      <ScrollTable name={t(`late.${stage}`)}>
        <thead>
          <tr>
            <th scope="col">{t('late.what')}</th>
            <th scope="col">{t('late.barcode')}</th>
            <th scope="col">{t('late.home')}</th>
            <th scope="col">{t('late.patron')}</th>
            <th scope="col">{t(stage === 'overdue' ? 'late.due' : 'late.since')}</th>
            {stage === 'lost' && <th scope="col">{t('late.charged')}</th>}
          </tr>
        </thead>
        <tbody>
          {loans.map((loan) => (
            <Row key={`${loan.loanId} ${loan.branchId}`} loan={loan} stage={stage} />
          ))}
        </tbody>
      </ScrollTable>
    </>
  );
};

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Announce } from '../../../../components/announce.tsx';
import { Badge } from '../../../../components/badge.tsx';
import type { Column } from '../../../../components/data-columns.ts';
import { DataTable } from '../../../../components/data-table.tsx';
import { Spine } from '../../../../components/spine.tsx';
import { Waiting } from '../../../../components/states.tsx';
import { reasonsIn, useReasonText } from '../../../../components/use-reason-texts.ts';
import { daysUntil, useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import { PatronLoans } from '../../../circulation/desk/patron-loans.tsx';
import { type PatronLoan, usePatronView } from '../../../circulation/desk/use-patron-view.ts';
import { WhyButton } from '../../../circulation/shared/why-button.tsx';
import type { TabProps } from '../parts.ts';
import { type Renewal, useDeskRenewals } from '../use-desk-renewals.ts';

const Due = ({ loan: { due } }: { loan: PatronLoan }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const days = daysUntil(due);
  return (
    <span>
      <strong className={days < 0 ? 'bad' : undefined}>{date(due)}</strong>
      <span className="second-line">
        {days < 0 ? t('patron.days-late', { days: -days }) : t('patron.days-left', { days })}
      </span>
    </span>
  );
};

const State = ({ loan: { state, accrued, due }, renewal }: { loan: PatronLoan; renewal: Renewal | undefined }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const reasonText = useReasonText();
  const { date, money } = useFormat();
  if (renewal?.is === 'renewed' || renewal?.is === 'asked')
    return (
      <Badge tone={renewal.is === 'renewed' ? 'good' : 'info'} icon={renewal.is === 'renewed' ? 'yes' : 'wait'}>
        {t(renewal.is === 'renewed' ? 'patron.renewed' : 'patron.renewal-asked', { date: date(renewal.due) })}
      </Badge>
    );
  if (renewal?.is === 'refused')
    return <span className="bad">{reasonsIn(renewal.problem).map(reasonText).join(' ')}</span>;
  if (accrued)
    return (
      <Badge tone="bad" icon="warn">
        {t('patron.accrued', { amount: money(accrued.amount, accrued.currency) })}
      </Badge>
    );
  if (state !== 'open' && state !== 'overdue')
    return (
      <Badge tone="warn" icon="warn">
        {textOf('loan-at-desk', state, textOf('patron-loan', state))}
      </Badge>
    );
  return daysUntil(due) === 0 ? (
    <Badge tone="warn" icon="wait">
      {t('patron.due-today')}
    </Badge>
  ) : null;
};

/** The patron's loans: renewed one by one or all at once, with the reasons for what is refused. */
export const LoansTab = ({ patron: { patronId }, branchId }: TabProps) => {
  const t = useTranslate();
  const open = { patronId, branchId };
  const { data } = usePatronView(open);
  const { results, renewAll, message } = useDeskRenewals(open);
  if (!data) return <Waiting rows={4} height={44} />;
  const { loans } = data;
  const titleOf = ({ title, barcode }: PatronLoan): string => title ?? (barcode || t('desk.lent-elsewhere'));
  const columns: Column<PatronLoan>[] = [
    {
      key: 'title',
      head: t('patron.loan-title'),
      sort: titleOf,
      cell: (loan) => (
        <>
          {loan.recordId ? (
            <Link to="/record/$recordId" params={{ recordId: loan.recordId }}>
              {titleOf(loan)}
            </Link>
          ) : (
            titleOf(loan)
          )}
          <span className="second-line">
            <Spine memberId={loan.memberId}>
              <bdi className="barcode">{loan.barcode}</bdi>
            </Spine>
            {loan.autoRenewed && ` · ${t('patron.auto-renewed')}`}
            {loan.byProxy && ` · ${t('patron.by-proxy')}`}
          </span>
        </>
      ),
    },
    { key: 'due', head: t('patron.due'), sort: ({ due }) => due, cell: (loan) => <Due loan={loan} /> },
    {
      key: 'renewals',
      head: t('patron.renewals'),
      align: 'end',
      sort: (row) => row.renewals,
      cell: (row) => row.renewals,
    },
    {
      key: 'state',
      head: t('patrons.status'),
      cell: (loan) => <State loan={loan} renewal={results[loan.loanId]} />,
    },
    {
      key: 'acts',
      head: t('patron.acts'),
      cell: (loan) =>
        loan.barcode === '' ? null : (
          <span className="loan-acts">
            <button
              type="button"
              className="text-button"
              aria-label={t('patron.renew-one', { title: titleOf(loan) })}
              onClick={() => void renewAll([loan])}
            >
              {t('do.renew')}
            </button>
            <WhyButton
              ask={{ of: 'renewal', body: { branchId, item: loan.itemId || loan.barcode } }}
              label={t('patron.why-one', { title: titleOf(loan) })}
            />
          </span>
        ),
    },
  ];
  return (
    <>
      <Announce text={message} />
      {loans.length > 1 && (
        <div className="tab-body">
          <div>
            <Button size="sm" variant="default" aria-keyshortcuts="R" onClick={() => void renewAll(loans)}>
              {t('do.renew-all')}
            </Button>
          </div>
        </div>
      )}
      <DataTable
        name={t('patron.tab-loans')}
        columns={columns}
        rows={loans}
        rowKey={({ loanId }) => loanId}
        order={{ key: 'due', down: false }}
        empty={t('patron.no-loans')}
      />
      {loans.length > 0 && (
        <div className="tab-body">
          <PatronLoans open={open} name={t('patron.claims')} />
        </div>
      )}
      <p className="tab-body quiet">{t('patron.past-loans')}</p>
    </>
  );
};

import { Link } from '@tanstack/react-router';
import { useDirectory } from '../../../api/directory.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { loanLists, shownCount } from './counts.ts';
import { TodayPanel } from './today-panel.tsx';
import type { LoanToday, Today } from './use-today.ts';

const LoanRow = ({ loan: { requestId, title, other, by } }: { loan: LoanToday }) => {
  const t = useTranslate();
  const { memberName } = useDirectory();
  const { date } = useFormat();
  return (
    <li className="today-row">
      <div>
        <Link to="/loans/$requestId" params={{ requestId }} className="today-title">
          {title ?? t('today.no-title')}
        </Link>
        {other !== undefined && <p className="today-under">{t('today.asked-by', { library: memberName(other) })}</p>}
      </div>
      <span className="today-end">{by && t('today.by', { day: date(by) })}</span>
    </li>
  );
};

/** The interlibrary loans that wait for a step of staff, by step. */
export const LoansPanel = ({ loans }: { loans: NonNullable<Today['loans']> }) => {
  const t = useTranslate();
  const lists = loanLists.filter((list) => loans.counts[list]);
  return (
    <TodayPanel
      id="loans"
      title={t('today.loans')}
      action={<Link to="/loans">{t('today.all')}</Link>}
      isEmpty={lists.length === 0}
      empty={t('today.loans-none')}
    >
      {lists.map((list) => (
        <section key={list} aria-labelledby={`loans-${list}`}>
          <h3 id={`loans-${list}`} className="today-group">
            {t(`today.loans-${list}`)}{' '}
            {shownCount({ count: loans.counts[list] ?? 0, more: loans.more?.includes(list) })}
          </h3>
          <ul className="today-rows">
            {loans.requests
              .filter((one) => one.list === list)
              .map((loan) => (
                <LoanRow key={`${loan.side} ${loan.requestId}`} loan={loan} />
              ))}
          </ul>
        </section>
      ))}
    </TodayPanel>
  );
};

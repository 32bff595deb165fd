import { Link } from '@tanstack/react-router';
import { Badge } from '../../../components/badge.tsx';
import { Spine } from '../../../components/spine.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { TodayPanel } from './today-panel.tsx';
import type { Today } from './use-today.ts';

type OwnFinance = NonNullable<Today['ownFinance']>;
type Line = OwnFinance['disputes']['entries'][number];

const Disputes = ({ lines }: { lines: readonly Line[] }) => {
  const t = useTranslate();
  const { date, month: monthName } = useFormat();
  return lines.map(({ memberId, month, lineId, since }) => (
    <li key={`${memberId} ${month} ${lineId}`} className="today-row">
      <div>
        <Link to="/statements/$month/$memberId" params={{ month, memberId }} search={{ line: lineId }}>
          {t('today.dispute', { month: monthName(month) })}
        </Link>
        <div className="today-under">
          <Spine memberId={memberId} />
        </div>
      </div>
      <span className="today-end">{date(since)}</span>
    </li>
  ));
};

/** The open disputes of online payments and the payouts that differ, each with the way to the month of online payments. */
const OnlineMatters = ({ online, memberId }: { online: OwnFinance['online']; memberId: string }) => {
  const t = useTranslate();
  const { date, money } = useFormat();
  return online.entries.map(({ kind, matterId, month, amount, since }) => (
    <li key={matterId} className="today-row">
      <div>
        <Link to="/online-payments" search={{ member: memberId, month }}>
          {t(`today.online-${kind}`, { amount: money(amount.amount, amount.currency) })}
        </Link>
      </div>
      <span className="today-end">{date(since)}</span>
    </li>
  ));
};

/** The statement of the last closed month of a library, its disputes that wait for an answer, and what to look at online. */
export const OwnFinancePanel = ({ own, memberId }: { own: OwnFinance; memberId: string }) => {
  const t = useTranslate();
  const { money, month: monthName } = useFormat();
  const { statement, disputes, online } = own;
  return (
    <TodayPanel
      id="own-finance"
      title={t('today.own-finance')}
      isEmpty={statement === undefined && disputes.count === 0 && online.count === 0}
      empty={t('today.no-statement')}
    >
      <ul className="today-rows">
        {statement && (
          <li className="today-row">
            <div>
              <Link to="/statements/$month/$memberId" params={{ month: statement.month, memberId }}>
                {t('today.statement', { month: monthName(statement.month) })}
              </Link>
              <p className="today-under">
                {t('today.total', { total: money(statement.total.amount, statement.total.currency) })}
              </p>
            </div>
            <span className="today-end">
              {t('today.due', { due: money(statement.due.amount, statement.due.currency) })}
            </span>
          </li>
        )}
        <Disputes lines={disputes.entries} />
        <OnlineMatters {...{ online, memberId }} />
      </ul>
    </TodayPanel>
  );
};

/** The months of the consortium that are not closed, and the disputes that wait for its answer. */
export const FinancePanel = ({ finance }: { finance: NonNullable<Today['finance']> }) => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const { periods, disputes } = finance;
  return (
    <TodayPanel
      id="finance"
      title={t('today.finance')}
      action={<Link to="/periods">{t('today.all')}</Link>}
      isEmpty={false}
      empty=""
    >
      <ul className="today-rows">
        {periods.map(({ month, state }) => (
          <li key={month} className="today-row">
            <Link to="/months/$month" params={{ month }}>
              {monthName(month)}
            </Link>
            <Badge tone="info">{t(`today.period-${state}`)}</Badge>
          </li>
        ))}
        {disputes.count === 0 && <li className="today-row">{t('today.disputes-none')}</li>}
        <Disputes lines={disputes.entries} />
      </ul>
    </TodayPanel>
  );
};

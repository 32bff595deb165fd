import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { asProblem } from '../../../api/problem.ts';
import { useSession } from '../../../api/session.ts';
import { Badge } from '../../../components/badge.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../shared/month.css';
import { monthBefore } from '../../../components/months.ts';
import { MonthChoice } from '../shared/month-choice.tsx';
import { Basis } from './basis.tsx';
import { BlockTable } from './block-table.tsx';
import { Blocks } from './blocks.tsx';
import { Files } from './files.tsx';
import { blocksOf, type Place, type Shown, useStatement } from './statement.ts';
import './statements.css';

const route = getRouteApi('/statements/$month/$memberId');

const Figures = ({ shown: { statement, state, hash, booked, invoice, billedIn } }: { shown: Shown }) => {
  const t = useTranslate();
  const { money, date, month: monthName } = useFormat();
  const { total, due, currency } = statement;
  return (
    <>
      <dl className="figures">
        <div className="figure figure-main">
          <dt>{t('statements.due')}</dt>
          <dd>{money(due, currency)}</dd>
          <dd className="quiet">{due === 0 ? t('statements.nothing-due') : t('statements.due-meaning')}</dd>
        </div>
        <div className="figure">
          <dt>{t('statements.total')}</dt>
          <dd>{money(total, currency)}</dd>
          <dd className="quiet">{t('statements.total-meaning')}</dd>
        </div>
      </dl>
      <p className="row">
        <Badge tone={state === 'closed' ? 'good' : 'warn'} {...(state === 'closed' && { icon: 'yes' as const })}>
          {t(`period-state.${state}`)}
        </Badge>
        {booked && <span>{t('statements.booked', { date: date(booked) })}</span>}
        {invoice && <span>{t('statements.invoice', { number: invoice })}</span>}
        {billedIn && (
          <Link to="/statements/$month/$memberId" params={{ month: billedIn, memberId: statement.memberId }}>
            {t('statements.billed-in', { month: monthName(billedIn) })}
          </Link>
        )}
      </p>
      <details>
        <summary>{t('periods.hash')}</summary>
        <code className="check-code">{hash}</code>
      </details>
    </>
  );
};

/** Says that the month has no statement yet, and leads to the month before. */
const NotWritten = ({ month, memberId }: Place) => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const before = monthBefore(month);
  return (
    <Empty title={t('statements.not-written', { month: monthName(month) })}>
      <Link to="/statements/$month/$memberId" params={{ month: before, memberId }} className="call">
        {t('statements.open-month', { month: monthName(before) })}
      </Link>
    </Empty>
  );
};

const Whole = ({ place }: { place: Place }) => {
  const { data, error, refetch } = useStatement(place, true);
  if (asProblem(error).code === 'no-statement') return <NotWritten {...place} />;
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={140} />;
  const blocks = blocksOf(data.statement);
  return (
    <>
      <Figures shown={data} />
      <Files {...place} />
      <Blocks blocks={blocks} statement={data.statement} />
      {blocks.map((one) => (
        <BlockTable key={one.block} {...one} shown={data} />
      ))}
      <Basis statement={data.statement} />
    </>
  );
};

/** The page of a member's statement of a month: amounts shown and due, block by block; each line expands to its evidence. */
export const StatementPage = () => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const { memberName } = useDirectory();
  const session = useSession();
  const who = useWho();
  const navigate = useNavigate();
  const place = route.useParams();
  const { month, memberId } = place;
  const isOwn = hasRole(who, 'member-finance') && who.member === memberId;
  const mayChoose = hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin');
  const mayRead = mayChoose || isOwn;
  const title = t('statements.title', { member: memberName(memberId), month: monthName(month) });
  useTitle(title);
  const go = (params: { month: string }, { member }: { member?: string }): void => {
    // All members together have no statement, so the page leads to the board.
    if (member === undefined) void navigate({ to: '/periods' });
    else void navigate({ to: '/statements/$month/$memberId', params: { ...params, memberId: member } });
  };
  return (
    <div className="page page-wide month">
      <div className="desk-head">
        <h1>{title}</h1>
        <div className="row">
          {mayChoose && <Link to="/periods">{t('periods.title')}</Link>}
          <Link to="/accounts/$memberId" params={{ memberId }}>
            {t('accounts.link')}
          </Link>
          <Link to="/months/$month" params={{ month }} search={{ member: memberId }}>
            {t('nav.months')}
          </Link>
          <MonthChoice month={month} member={memberId} mayChoose={mayChoose} go={go} />
        </div>
      </div>
      {!session && <StaffSignIn back={`/statements/${month}/${memberId}`} />}
      {who && !mayRead && <p className="notice">{t('statements.not-yours')}</p>}
      {mayRead && <Whole key={`${month} ${memberId}`} place={place} />}
    </div>
  );
};

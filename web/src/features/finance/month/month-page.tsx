import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../shared/month.css';
import { currentMonth, monthBefore } from '../../../components/months.ts';
import { MonthChoice } from '../shared/month-choice.tsx';
import { CsvButton } from './csv-button.tsx';
import { MemberTable } from './member-table.tsx';
import type { Month } from './month.ts';
import { Operations } from './operations.tsx';
import { ServiceTable } from './service-table.tsx';
import { SharingKeys } from './sharing-keys.tsx';
import { Summary } from './summary.tsx';
import { useMonth, useShownMember } from './use-month.ts';

const route = getRouteApi('/months/$month');

const Notes = ({ data }: { data: Month }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const isProvisional = data.provisionalUntil > new Date().toISOString().slice(0, 10);
  return (
    <>
      {isProvisional && (
        <p className="notice notice-warn">{t('month.provisional', { date: date(data.provisionalUntil) })}</p>
      )}
      {data.synthetic && <p className="notice">{t('month.synthetic')}</p>}
    </>
  );
};

/** The page of the platform's cost in a month: by member and service, with changes and their causes, down to operations and requests. */
export const MonthPage = () => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const session = useSession();
  const navigate = useNavigate();
  const { month } = route.useParams();
  const { service, member: asked } = route.useSearch();
  const { member, mayChoose, isKnown } = useShownMember(asked);
  const { data, error, refetch } = useMonth(month, member, isKnown);
  useTitle(t('month.title', { month: monthName(month) }));
  return (
    <div className="page page-wide month">
      <div className="desk-head">
        <h1>{t('month.title', { month: monthName(month) })}</h1>
        <div className="row">
          <Link to="/costs" search={member ? { member } : {}}>
            {t('costs.title')}
          </Link>
          <Link to="/money/$month" params={{ month }} search={member ? { member } : {}}>
            {t('nav.money')}
          </Link>
          {mayChoose && <Link to="/periods">{t('periods.title')}</Link>}
          {member && (
            <Link
              to="/statements/$month/$memberId"
              params={{ month: month < currentMonth() ? month : monthBefore(month), memberId: member }}
            >
              {t('statements.link')}
            </Link>
          )}
          {member && (
            <Link to="/accounts/$memberId" params={{ memberId: member }}>
              {t('accounts.link')}
            </Link>
          )}
          {mayChoose && (
            <Link to="/reconciliation/$month" params={{ month }}>
              {t('nav.reconciliation')}
            </Link>
          )}
          <Link to="/budgets" search={member ? { member } : {}}>
            {t('budgets.link')}
          </Link>
          <Link to="/members">{t('members.link')}</Link>
          {mayChoose && <Link to="/estimate">{t('estimate.link')}</Link>}
          <MonthChoice
            month={month}
            member={member}
            mayChoose={mayChoose}
            go={(params, search) => void navigate({ to: '/months/$month', params, search })}
          />
          {data && <CsvButton month={month} member={member} />}
        </div>
      </div>
      {!session && <StaffSignIn back={`/months/${month}`} />}
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {session && !data && !error && <Waiting rows={3} height={140} />}
      {data && (
        <>
          <Notes data={data} />
          <Summary data={data} />
          <ServiceTable data={data} chosen={service} />
          {service && <Operations month={data} member={member} service={service} />}
          <MemberTable data={data} />
          <SharingKeys data={data} />
          <p className="quiet">
            {t('month.price-book', {
              version: data.priceBook.version,
              from: data.priceBook.effectiveFrom,
              currency: data.currency,
            })}{' '}
            <Link to="/prices">{t('prices.link')}</Link>
          </p>
        </>
      )}
    </div>
  );
};

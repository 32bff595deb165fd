import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { Badge } from '../../../components/badge.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../shared/month.css';
import { MonthChoice } from '../shared/month-choice.tsx';
import { Bills } from './bills.tsx';
import { Differences } from './differences.tsx';
import './reconciliation.css';
import { type Reconciliation, useReconciliation } from '../shared/reconciliation.ts';
import { RestatedBill } from '../shared/restated.tsx';
import { SendBill } from './send-bill.tsx';
import { Services } from './services.tsx';
import { BilledOnly, Members } from './shares.tsx';

const route = getRouteApi('/reconciliation/$month');

const Figures = ({ data: { reconciled, currency } }: { data: Reconciliation }) => {
  const t = useTranslate();
  const { amount } = useFormat();
  if (!reconciled) return null;
  const { metered, billed, difference, calibrated, exceptions } = reconciled;
  const open = exceptions.filter((one) => one.open).length;
  return (
    <>
      <dl className="figures">
        <div className="figure figure-main">
          <dt>{t('reconcile.billed')}</dt>
          <dd>{amount(billed.exact, currency)}</dd>
        </div>
        <div className="figure">
          <dt>{t('reconcile.metered')}</dt>
          <dd>{amount(metered.exact, currency)}</dd>
        </div>
        <div className="figure">
          <dt>{t('reconcile.difference')}</dt>
          <dd>{amount(difference.exact, currency)}</dd>
        </div>
        <div className="figure">
          <dt>{t('reconcile.left')}</dt>
          <dd>{amount(calibrated.left.exact, currency)}</dd>
          <dd className="quiet">{t('reconcile.left-meaning')}</dd>
        </div>
      </dl>
      <p>
        <Badge tone={open === 0 ? 'good' : 'warn'} icon={open === 0 ? 'yes' : 'warn'}>
          {t('reconcile.open-count', { count: open })}
        </Badge>
      </p>
    </>
  );
};

const Whole = ({ data, isPreparer }: { data: Reconciliation; isPreparer: boolean }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const { month, currency, reconciled, provisionalUntil, synthetic } = data;
  const isProvisional = provisionalUntil > new Date().toISOString().slice(0, 10);
  return (
    <>
      {isProvisional && (
        <p className="notice notice-warn">{t('month.provisional', { date: date(provisionalUntil) })}</p>
      )}
      {synthetic && <p className="notice">{t('month.synthetic')}</p>}
      {!reconciled && (
        <Empty title={t('reconcile.no-bill')}>{isPreparer && <p>{t('reconcile.no-bill-next')}</p>}</Empty>
      )}
      <Figures data={data} />
      {reconciled && (
        <>
          <Differences {...{ month, currency, mayExplain: isPreparer, exceptions: reconciled.exceptions }} />
          <Services reconciled={reconciled} currency={currency} />
          <BilledOnly reconciled={reconciled} currency={currency} />
          <Members reconciled={reconciled} currency={currency} />
        </>
      )}
      {reconciled && <RestatedBill month={month} />}
      {isPreparer && (
        <section aria-labelledby="send">
          <h2 id="send">{t('reconcile.send')}</h2>
          <SendBill month={month} currency={currency} />
        </section>
      )}
      <Bills {...data} />
    </>
  );
};

/**
 * The reconciliation page of a month: upload the platform's bill, compare it with the metering, explain differences, and adjust to the
 * cent.
 */
export const ReconciliationPage = () => {
  const t = useTranslate();
  const { month: monthName } = useFormat();
  const session = useSession();
  const who = useWho();
  const navigate = useNavigate();
  const { month } = route.useParams();
  const { data, error, refetch } = useReconciliation(month, who !== undefined);
  const title = t('reconcile.title', { month: monthName(month) });
  useTitle(title);
  return (
    <div className="page page-wide month">
      <div className="desk-head">
        <h1>{title}</h1>
        <div className="row">
          <Link to="/months/$month" params={{ month }} search={{}}>
            {t('nav.months')}
          </Link>
          <MonthChoice
            month={month}
            member={undefined}
            mayChoose={false}
            go={(params) => void navigate({ to: '/reconciliation/$month', params })}
          />
        </div>
      </div>
      <p className="quiet">{t('reconcile.meaning')}</p>
      {!session && <StaffSignIn back={`/reconciliation/${month}`} />}
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {session && !data && !error && <Waiting rows={3} height={140} />}
      {data && <Whole data={data} isPreparer={hasRole(who, 'finance-preparer')} />}
    </div>
  );
};

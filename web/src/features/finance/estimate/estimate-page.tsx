import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, FailedNotice, PagePending, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../shared/month.css';
import './estimate.css';
import { type Estimate, useEstimate } from './estimate.ts';
import { EstimateForm } from './estimate-form.tsx';
import { Growth, IdleCosts, OperationCosts, ServiceCosts } from './estimate-tables.tsx';

const route = getRouteApi('/estimate');

const Summary = ({ data }: { data: Estimate }) => {
  const t = useTranslate();
  const { amount, number } = useFormat();
  const { currency, metering, total, variable } = data;
  const percents = {
    whole: number(Number(metering.percentOfTotal)),
    variable: number(Number(metering.percentOfVariable)),
  };
  return (
    <dl className="figures">
      <div className="figure figure-main">
        <dt>{t('estimate.total')}</dt>
        <dd>{amount(total.exact, currency)}</dd>
        <dd className="quiet">{t('month.exact', { amount: amount(total.exact, currency, 6) })}</dd>
      </div>
      <div className="figure">
        <dt>{t('estimate.variable')}</dt>
        <dd>{amount(variable.exact, currency)}</dd>
      </div>
      <div className="figure">
        <dt>{t('month.metering')}</dt>
        <dd>{amount(metering.amount.exact, currency)}</dd>
        <dd className="quiet">{t('estimate.metering-share', percents)}</dd>
        <dd className="quiet">{t('estimate.metering-logged', { amount: amount(metering.logged.exact, currency) })}</dd>
        <dd className="quiet">{t('estimate.metering-kept', { amount: amount(metering.stored.exact, currency) })}</dd>
      </div>
    </dl>
  );
};

const Body = ({ data }: { data: Estimate }) => {
  const t = useTranslate();
  const { number } = useFormat();
  const { search, priceBook, currency } = data;
  return (
    <>
      {!search.holdsIndex && (
        <p className="notice notice-warn">
          {t('estimate.no-room', { needed: number(search.neededGb), node: search.instanceType })}
        </p>
      )}
      <Summary data={data} />
      <ServiceCosts data={data} />
      <OperationCosts data={data} />
      <IdleCosts data={data} />
      <Growth data={data} />
      <p className="quiet">
        {t('month.price-book', { version: priceBook.version, from: priceBook.effectiveFrom, currency })}
      </p>
    </>
  );
};

/** The page that estimates a month's cost of this deployment: by service and operation, stand-by cost, and growth. */
export const EstimatePage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const navigate = useNavigate();
  const asked = route.useSearch();
  const mayAsk = hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin');
  const { data, error, refetch, isFetching } = useEstimate(asked, mayAsk);
  useTitle(t('estimate.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page page-wide month">
      <h1>{t('estimate.title')}</h1>
      {mayAsk ? (
        <>
          <p className="quiet">{t('estimate.meaning')}</p>
          <EstimateForm
            asked={asked}
            data={data}
            busy={isFetching}
            go={(search) => void navigate({ to: '/estimate', search, resetScroll: false })}
          />
          {error && <FailedNotice thrown={error} again={() => void refetch()} />}
          {!data && !error && <Waiting rows={3} height={120} />}
          {data && !error && <Body data={data} />}
        </>
      ) : (
        <Empty title={t('estimate.not-here')}>
          <StaffSignIn back="/estimate" />
        </Empty>
      )}
    </div>
  );
};

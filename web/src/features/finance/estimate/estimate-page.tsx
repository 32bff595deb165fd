import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { FileButtons } from '../../../components/file-buttons.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../shared/month.css';
import './estimate.css';
import { type Asked, askedOf } from './asked.ts';
import { type Estimate, printEstimate, useEstimate } from './estimate.ts';
import { EstimateForm } from './estimate-form.tsx';
import { Growth, IdleCosts, OperationCosts, ServiceCosts } from './estimate-tables.tsx';
import { FiveYears, LibraryShares, PublishedFees, WholeSummary } from './whole-cost.tsx';

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

const Cloud = ({ data }: { data: Estimate }) => {
  const t = useTranslate();
  const { number } = useFormat();
  const { search, priceBook, currency } = data;
  return (
    <>
      <h2>{t('estimate.cloud')}</h2>
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

const Body = ({ data, asked }: { data: Estimate; asked: Asked }) => {
  const t = useTranslate();
  return (
    <>
      <WholeSummary data={data} />
      <FileButtons
        name={t('estimate.file')}
        formats={['pdf'] as const}
        ask={({ paper, language }) => printEstimate(asked, { paper, language })}
      />
      <FiveYears data={data} />
      <LibraryShares data={data} />
      <PublishedFees data={data} />
      <Cloud data={data} />
    </>
  );
};

/** The page that estimates the whole cost of a consortium: five years, each library, other fees, and a month of the cloud. Open to all. */
export const EstimatePage = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const asked = askedOf(route.useSearch());
  const { data, error, refetch, isFetching } = useEstimate(asked);
  useTitle(t('estimate.title'));
  return (
    <div className="page page-wide month">
      <h1>{t('estimate.title')}</h1>
      <p className="quiet">{t('estimate.meaning')}</p>
      <EstimateForm
        asked={asked}
        data={data}
        busy={isFetching}
        go={(search) => void navigate({ to: '/estimate', search, resetScroll: false })}
      />
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && !error && <Waiting rows={3} height={120} />}
      {data && !error && <Body data={data} asked={asked} />}
    </div>
  );
};

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { api, take } from '../../../api/client.ts';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

const route = getRouteApi('/account/payments/$paymentId');
const AGAIN_MS = 2000;

/** Reads a payment, and again every two seconds while it is open: the provider confirms it to us, never to the browser. */
const usePayment = (paymentId: string) => {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['payment', paymentId],
    queryFn: () => take(api.GET('/v1/payments/my/{paymentId}', { params: { path: { paymentId } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'open' ? AGAIN_MS : false),
  });
  const state = query.data?.state;
  useEffect(() => {
    if (state === 'paid') for (const key of ['bills', 'payables']) void client.invalidateQueries({ queryKey: [key] });
  }, [state, client]);
  return query;
};

/** The page to which a patron returns from the payment provider: it waits for the confirmation. */
export const PaymentPage = () => {
  const t = useTranslate();
  const { money } = useFormat();
  const { paymentId } = route.useParams();
  const { data, error, refetch } = usePayment(paymentId);
  useTitle(t('pay.title'));
  return (
    <div className="page">
      <h1>{t('pay.title')}</h1>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && !error && <Waiting rows={1} height={60} />}
      {data && (
        <>
          <p role="status" className={data.state === 'paid' ? 'good' : undefined}>
            {t(`pay-state.${data.state}`, { amount: money(data.amount, data.currency) })}
          </p>
          {data.state === 'open' && <p className="quiet">{t('pay-state.open-more')}</p>}
          <p className="row">
            {data.url && (
              <a className="call" href={data.url}>
                {t('pay-state.go-on')}
              </a>
            )}
            <Link to="/account" hash="bills">
              {t('pay-state.back')}
            </Link>
          </p>
        </>
      )}
    </div>
  );
};

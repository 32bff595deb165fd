import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { operationName } from '../shared/operation-name.ts';
import '../shared/month.css';

const route = getRouteApi('/days/$day');
type Page = Answered<'finance-list-requests'>;

const useRequests = () => {
  const { day } = route.useParams();
  const { member, operation } = route.useSearch();
  return useInfiniteQuery({
    queryKey: ['requests', day, member, operation],
    queryFn: ({ pageParam }) => {
      const query = { member, operation, ...(pageParam ? { after: pageParam } : {}) };
      return take(api.GET('/v1/finance/days/{day}/requests', { params: { path: { day }, query } }));
    },
    initialPageParam: '',
    getNextPageParam: (last: Page) => last.next,
  });
};

const RequestTable = ({ requests, currency }: { requests: Page['requests']; currency: string }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { amount, number, time } = useFormat();
  return (
    <ScrollTable name={t('requests.title')}>
      <thead>
        <tr>
          <th scope="col">{t('requests.id')}</th>
          <th scope="col">{t('requests.at')}</th>
          <th scope="col" className="num">
            {t('requests.status')}
          </th>
          <th scope="col">{t('requests.because')}</th>
          <th scope="col" className="num">
            {t('requests.write')}
          </th>
          <th scope="col" className="num">
            {t('requests.read')}
          </th>
          <th scope="col" className="num">
            {t('month.amount', { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {requests.map((one) => (
          <tr key={one.requestId}>
            <th scope="row" className="barcode">
              {one.requestId}
            </th>
            <td>{time(one.at)}</td>
            <td className="num">{one.status}</td>
            <td>{textOf('because', one.because)}</td>
            <td className="num">{number(one.writeUnits)}</td>
            <td className="num">{number(one.readUnits)}</td>
            <td className="num">{amount(one.amount.exact, currency, 6)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

const DayChoice = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { day } = route.useParams();
  const search = route.useSearch();
  return (
    <TextInput
      type="date"
      size="sm"
      label={t('requests.day')}
      value={day}
      onChange={({ currentTarget: { value } }) =>
        value && void navigate({ to: '/days/$day', params: { day: value }, search })
      }
    />
  );
};

/** The page of the requests behind an operation on a day (UTC), the last level of detail; contains no patron's name. */
export const MeteredRequestsPage = () => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { day } = route.useParams();
  const { member, operation } = route.useSearch();
  const { memberName } = useDirectory();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRequests();
  const requests = data?.pages.flatMap((page) => page.requests) ?? [];
  const first = data?.pages[0];
  useTitle(t('requests.title'));
  return (
    <div className="page page-wide month">
      <p>
        <Link to="/months/$month" params={{ month: day.slice(0, 7) }}>
          {t('requests.back')}
        </Link>
      </p>
      <div className="desk-head">
        <h1>{t('requests.of', { operation: operationName(operation), member: memberName(member) })}</h1>
        <DayChoice />
      </div>
      {error && <FailedNotice thrown={error} again={() => void refetch()} />}
      {!data && !error && <Waiting rows={2} />}
      {data && requests.length === 0 && (
        <Empty
          title={
            data.pages[0]?.synthetic ? t('requests.synthetic') : textOf('requests-none', operation, t('requests.none'))
          }
        />
      )}
      {first?.laterUse && <p className="notice">{t('requests.later-use')}</p>}
      {requests.length > 0 && first && <RequestTable requests={requests} currency={first.currency} />}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('search.more')}
        </Button>
      )}
    </div>
  );
};

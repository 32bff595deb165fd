import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../../../api/client.ts';
import type { Answered } from '../../../../api/current-user.ts';
import { useDirectory } from '../../../../api/directory.ts';
import type { Column } from '../../../../components/data-columns.ts';
import { DataTable } from '../../../../components/data-table.tsx';
import { ShowMore } from '../../../../components/show-more.tsx';
import { FailedNotice } from '../../../../components/states.tsx';
import { useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import type { TabProps } from '../parts.ts';

type Request = Answered<'resource-sharing-list-patron-requests'>['requests'][number];

/** Lists the patron's interlibrary requests, newest first. */
export const RequestsTab = ({ patron: { patronId }, branchId }: TabProps) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { date } = useFormat();
  const { memberName } = useDirectory();
  const query = useInfiniteQuery({
    queryKey: ['patron-part', patronId, 'requests', branchId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/resource-sharing/patrons/{patronId}/requests', {
          params: { path: { patronId }, query: { branchId, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const titleOf = ({ title, citation, recordId }: Request): string => citation?.partTitle ?? title ?? recordId;
  const columns: Column<Request>[] = [
    {
      key: 'title',
      head: t('patron.loan-title'),
      sort: titleOf,
      cell: (request) => (
        <Link to="/loans/$requestId" params={{ requestId: request.requestId }}>
          {titleOf(request)}
        </Link>
      ),
    },
    {
      key: 'placed',
      head: t('patron.placed'),
      sort: ({ placedAt }) => placedAt,
      cell: ({ placedAt }) => date(placedAt),
    },
    {
      key: 'from',
      head: t('patron.asked'),
      cell: ({ supplierMember = '' }) =>
        supplierMember.startsWith('prt_') ? t('patron.outside') : supplierMember && memberName(supplierMember),
    },
    {
      key: 'state',
      head: t('patrons.status'),
      cell: ({ status }) => textOf('request-state', status.state, status.label),
    },
  ];
  if (query.error) return <FailedNotice thrown={query.error} again={() => void query.refetch()} />;
  return (
    <>
      <DataTable
        name={t('patron.tab-requests')}
        columns={columns}
        rows={query.data?.pages.flatMap(({ requests }) => requests)}
        rowKey={({ requestId }) => requestId}
        empty={t('patron.no-requests')}
      />
      <ShowMore {...query} />
    </>
  );
};

import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { allPages } from '../../../api/use-whole-list.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

type ClosingDate = NonNullable<Answered<'circulation-list-closings'>['dates']>[number];

/** Each date of a closing that was done or taken back: the item, its old and its new date, page by page; all of them are exported. */
export const ClosingDates = ({ branchId, closingId }: { branchId: string; closingId: string }) => {
  const t = useTranslate();
  const { date } = useFormat();
  const query = useInfiniteQuery({
    queryKey: ['branch', branchId, 'closings', closingId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/circulation/branches/{branchId}/closings', {
          params: { path: { branchId }, query: { closingId, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const columns: Column<ClosingDate>[] = [
    {
      ...{ key: 'item', head: t('closings.item'), sort: ({ barcode }: ClosingDate) => barcode },
      cell: ({ barcode }) =>
        barcode !== undefined && (
          <Link to="/copy" search={{ barcode }} className="barcode">
            {barcode}
          </Link>
        ),
    },
    {
      key: 'what',
      head: t('closings.what'),
      sort: ({ what }) => t(`closings.one-${what}`),
      cell: ({ what }) => t(`closings.one-${what}`),
    },
    { key: 'from', head: t('closings.old-date'), sort: ({ from }) => from, cell: ({ from }) => date(from) },
    { key: 'to', head: t('closings.new-date'), sort: ({ to }) => to, cell: ({ to }) => to !== undefined && date(to) },
    {
      ...{ key: 'state', head: t('closings.state'), sort: ({ state }: ClosingDate) => t(`closings.date-${state}`) },
      cell: ({ state }) => t(`closings.date-${state}`),
    },
  ];
  if (query.error) return <FailedNotice thrown={query.error} again={() => void query.refetch()} />;
  return (
    <>
      <DataTable<ClosingDate>
        name={t('closings.dates')}
        columns={columns}
        rows={query.data?.pages.flatMap(({ dates = [] }) => dates)}
        rowKey={({ itemId }) => itemId}
        empty={t('closings.nothing')}
        file="closing-dates"
        whole={async () => (await allPages(query)).flatMap(({ dates = [] }) => dates)}
      />
      <ShowMore {...query} />
    </>
  );
};

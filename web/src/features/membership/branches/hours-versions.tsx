import { useInfiniteQuery } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import type { Column } from '../../../components/data-columns.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { type Hours, weekdays } from '../../../components/opening-hours.ts';
import { ShowMore } from '../../../components/show-more.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';

type Version = Answered<'membership-list-calendars'>['calendars'][number];

/** The versions of a branch's hours and closures, the last set first: due dates and fines of the past follow from them. */
export const HoursVersions = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const { date, time, weekday } = useFormat();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['branch', branchId, 'versions'],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/membership/branches/{branchId}/calendars', {
          params: { path: { branchId }, query: { limit: 20, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    select: ({ pages }) => pages.flatMap(({ calendars }) => calendars),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const week = ({ calendar: { weekly } }: Version): string =>
    weekdays
      .flatMap((day, index) => {
        const hours: readonly Hours[] = weekly[day] ?? [];
        const spans = hours.map(({ open, close }) => `${open}–${close}`).join(', ');
        return spans === '' ? [] : [`${weekday(index + 1)} ${spans}`];
      })
      .join('; ');
  const columns: Column<Version>[] = [
    {
      ...{ key: 'from', head: t('branches.version-from'), text: ({ from }: Version) => from },
      cell: ({ from }) => date(from),
    },
    { key: 'set', head: t('branches.version-set'), cell: ({ setAt }) => time(setAt), text: ({ setAt }) => setAt },
    { key: 'week', head: t('branches.week'), cell: week, text: week },
    {
      ...{ key: 'closures', head: t('branches.closures'), align: 'end' as const },
      cell: ({ calendar }) => calendar.closures.length,
    },
    {
      ...{ key: 'later', head: t('branches.later') },
      cell: ({ endsLater }) => endsLater && t('branches.later-end'),
    },
  ];
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  return (
    <>
      <DataTable<Version>
        name={t('branches.versions')}
        columns={columns}
        rows={data}
        rowKey={({ version }) => String(version)}
        empty={t('branches.no-versions')}
      />
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  );
};

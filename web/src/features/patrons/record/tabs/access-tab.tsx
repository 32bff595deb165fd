import { useInfiniteQuery } from '@tanstack/react-query';
import { api, take } from '../../../../api/client.ts';
import type { Answered } from '../../../../api/current-user.ts';
import { useDirectory } from '../../../../api/directory.ts';
import type { Column } from '../../../../components/data-columns.ts';
import { DataTable } from '../../../../components/data-table.tsx';
import { ShowMore } from '../../../../components/show-more.tsx';
import { BranchSpine } from '../../../../components/spine.tsx';
import { FailedNotice } from '../../../../components/states.tsx';
import { useFormat } from '../../../../i18n/format.ts';
import { useTranslate } from '../../../../i18n/translate.ts';
import type { TabProps } from '../parts.ts';

type Access = Answered<'patrons-list-looks'>['looks'][number];

/** Which other libraries opened the record, and when; the patron reads the same in the account. */
export const AccessTab = ({ patron: { patronId }, branchId }: TabProps) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { branchName } = useDirectory();
  const query = useInfiniteQuery({
    queryKey: ['patron-part', patronId, 'looks', branchId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/patrons/{patronId}/looks', {
          params: { path: { patronId }, query: { branchId, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const columns: Column<Access>[] = [
    { key: 'at', head: t('patron.when'), sort: ({ at }) => at, cell: ({ at }) => time(at) },
    {
      key: 'where',
      head: t('patron.where'),
      sort: (row) => branchName(row.branchId),
      cell: (row) => <BranchSpine branchId={row.branchId} />,
    },
  ];
  if (query.error) return <FailedNotice thrown={query.error} again={() => void query.refetch()} />;
  return (
    <>
      <DataTable
        name={t('patron.tab-looks')}
        columns={columns}
        rows={query.data?.pages.flatMap(({ looks }) => looks)}
        rowKey={({ at, branchId: where }) => `${at} ${where}`}
        empty={t('patron.no-looks')}
      />
      <ShowMore {...query} />
    </>
  );
};

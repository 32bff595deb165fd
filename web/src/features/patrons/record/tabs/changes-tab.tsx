import { useInfiniteQuery } from '@tanstack/react-query';
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

type Change = Answered<'patrons-list-changes'>['changes'][number];

/** Lists the changes of the record, by whom, where and why; field names and codes only. */
export const ChangesTab = ({ patron: { patronId }, branchId }: TabProps) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const { branchName } = useDirectory();
  const query = useInfiniteQuery({
    queryKey: ['patron-part', patronId, 'changes', branchId],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/v1/patrons/{patronId}/changes', {
          params: { path: { patronId }, query: { branchId, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const details = ({ detail }: Change): string =>
    Object.entries(detail)
      .flatMap(([name, value]) =>
        name === 'fields' || name === 'changed'
          ? [value].flat().map((field) => textOf('patron-field', field))
          : name === 'code'
            ? [value].flat().map((code) => textOf('block-code', code))
            : [],
      )
      .join(', ');
  const columns: Column<Change>[] = [
    {
      key: 'did',
      head: t('patron.change'),
      sort: ({ did }) => did,
      cell: (change) => (
        <>
          {textOf('patron-did', change.did)}
          {details(change) && <span className="second-line">{details(change)}</span>}
        </>
      ),
    },
    { key: 'at', head: t('patron.when'), sort: ({ at }) => at, cell: ({ at }) => time(at) },
    {
      key: 'where',
      head: t('patron.where'),
      cell: ({ branchId: where, by }) => (where ? branchName(where) : textOf('patron-by', by.split(':')[0] ?? '', by)),
    },
    { key: 'note', head: t('patron.reason'), cell: ({ note }) => note },
  ];
  if (query.error) return <FailedNotice thrown={query.error} again={() => void query.refetch()} />;
  return (
    <>
      <DataTable
        name={t('patron.tab-changes')}
        columns={columns}
        rows={query.data?.pages.flatMap(({ changes }) => changes)}
        rowKey={({ changeId }) => changeId}
        empty={t('patron.no-changes')}
      />
      <ShowMore {...query} />
    </>
  );
};

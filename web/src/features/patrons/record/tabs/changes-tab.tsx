import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { api, take } from '../../../../api/client.ts';
import { type Answered, holdsAt, useWho } from '../../../../api/current-user.ts';
import { memberOf, useDirectory } from '../../../../api/directory.ts';
import type { Column } from '../../../../components/data-columns.ts';
import { DataTable } from '../../../../components/data-table.tsx';
import { lazyComponent } from '../../../../components/lazy-page.ts';
import { ShowMore } from '../../../../components/show-more.tsx';
import { FailedNotice } from '../../../../components/states.tsx';
import { useFormat } from '../../../../i18n/format.ts';
import { useTextOf, useTranslate } from '../../../../i18n/translate.ts';
import type { TabProps } from '../parts.ts';

const UndoMerge = lazyComponent(() => import('./undo-merge.tsx'), 'UndoMerge');

/** For how long a merge can be undone. */
const UNDO_MS = 30 * 24 * 60 * 60 * 1000;

type Change = Answered<'patrons-list-changes'>['changes'][number];

/** Returns the id of the record that a change merged into this one, while the merge can be undone. */
const undoable = ({ did, at, detail }: Change, all: readonly Change[]): string | undefined => {
  const { merged } = detail;
  if (did !== 'merged' || typeof merged !== 'string' || Date.parse(at) + UNDO_MS < Date.now()) return undefined;
  const isUndone = all.some((one) => one.did === 'merge-undone' && one.at > at && one.detail.merged === merged);
  return isUndone ? undefined : merged;
};

/** Lists the changes of the record, by whom, where and why; field names and codes only. */
export const ChangesTab = ({ patron: { patronId, at }, branchId }: TabProps) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { time } = useFormat();
  const { branchName } = useDirectory();
  const who = useWho();
  const [undoing, setUndoing] = useState<string>();
  const member = memberOf(branchId);
  const mayUndo = holdsAt(who, member, 'desk-supervisor') || holdsAt(who, member, 'member-admin');
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
  const changes = query.data?.pages.flatMap((page) => page.changes);
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
    {
      key: 'note',
      head: t('patron.reason'),
      cell: (change) => {
        const merged = mayUndo && at === 'home' ? undoable(change, changes ?? []) : undefined;
        return (
          <>
            {change.note}{' '}
            {merged !== undefined && (
              <Button size="xs" variant="default" onClick={() => setUndoing(merged)}>
                {t('patron.undo-merge-open')}
              </Button>
            )}
          </>
        );
      },
    },
  ];
  if (query.error) return <FailedNotice thrown={query.error} again={() => void query.refetch()} />;
  return (
    <>
      <DataTable
        name={t('patron.tab-changes')}
        columns={columns}
        rows={changes}
        rowKey={({ changeId }) => changeId}
        empty={t('patron.no-changes')}
      />
      <ShowMore {...query} />
      {undoing !== undefined && (
        <Suspense>
          <UndoMerge patronId={patronId} formerId={undoing} branchId={branchId} close={() => setUndoing(undefined)} />
        </Suspense>
      )}
    </>
  );
};

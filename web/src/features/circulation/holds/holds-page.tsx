import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { DataTable } from '../../../components/data-table.tsx';
import { Panel } from '../../../components/panel.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { BranchPage } from '../shared/branch-page.tsx';
import { type CopyList, inShelfOrder, isCopyList, type ListedCopy, listTexts, useCopyList } from './branch-lists.ts';
import { useCopyColumns } from './copy-columns.tsx';
import { EndAct } from './end-acts.tsx';
import '../../../components/print-list.css';
import './holds.css';
import { HopelessHolds } from './hopeless-holds.tsx';
import { ScanWalk } from './scan-walk.tsx';

const route = getRouteApi('/holds/$list');
const byShelf: readonly CopyList[] = ['pull', 'missing'];

const CopyTable = ({ list, branchId }: { list: CopyList; branchId: string }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const [ended, setEnded] = useState<ReadonlySet<string>>(new Set());
  const end = useCallback((itemIds: readonly string[]) => setEnded((known) => new Set([...known, ...itemIds])), []);
  const { data, error, refetch, hasNextPage, dataUpdatedAt } = useCopyList(list, branchId);
  const columns = useCopyColumns(list, (row) => (
    <EndAct list={list} row={row} branchId={branchId} done={(itemId) => end([itemId])} />
  ));
  const all = data && !hasNextPage ? data.pages.flatMap(({ items }) => items) : undefined;
  const open = all?.filter(({ itemId }) => !ended.has(itemId));
  const rows = open && byShelf.includes(list) ? inShelfOrder(open) : open;
  const { title, none } = listTexts[list];
  return (
    <div className="holds-grid">
      <Panel
        title={t(title)}
        count={rows?.length}
        note={rows && t('holds.as-of', { time: time(new Date(dataUpdatedAt).toISOString()) })}
        flush
      >
        {error ? (
          <FailedNotice thrown={error} again={() => void refetch()} />
        ) : (
          <DataTable<ListedCopy>
            name={t(title)}
            columns={columns}
            rows={rows}
            rowKey={({ itemId }) => itemId}
            {...(byShelf.includes(list) && { group: ({ location }) => location })}
            empty={t(none)}
            file={`${list}-${branchId}`}
          />
        )}
      </Panel>
      <ScanWalk
        branchId={branchId}
        label={t(`holds.scan-${list}`)}
        meaning={t('holds.scan-meaning')}
        scanned={end}
        {...(list === 'shelf' && { stays: 'hold-shelf' as const })}
      />
    </div>
  );
};

/** One list of a branch: what is to be fetched, on the hold shelf, to be cleared, coming, late, missing, or wanted in vain. */
export const HoldsPage = () => {
  const t = useTranslate();
  const { list } = route.useParams();
  if (!isCopyList(list)) {
    return (
      <BranchPage
        title={t('holds.hopeless')}
        meaning={t('holds.hopeless-meaning')}
        back="/holds/hopeless"
        isPaper
        isWide
      >
        {(branchId) => <HopelessHolds key={branchId} branchId={branchId} />}
      </BranchPage>
    );
  }
  const { title, meaning } = listTexts[list];
  return (
    <BranchPage title={t(title)} meaning={t(meaning)} back={`/holds/${list}`} isPaper isWide>
      {(branchId) => <CopyTable key={`${branchId} ${list}`} list={list} branchId={branchId} />}
    </BranchPage>
  );
};

import { api, take } from '../../../api/client.ts';
import type { Answered } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useWholeList } from '../../../api/use-whole-list.ts';
import { PaperHead } from '../../../components/print-header.tsx';
import { ScrollTable } from '../../../components/scroll-table.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { BranchPage } from '../shared/branch-page.tsx';

type Row = Answered<'circulation-list-pull-list'>['items'][number];

const usePullList = (branchId: string) =>
  useWholeList(['pull-list', branchId], (after) =>
    take(
      api.GET('/v1/circulation/branches/{branchId}/pull-list', {
        params: { path: { branchId }, query: { limit: 100, ...(after && { after }) } },
      }),
    ),
  );

/** Sorts by location, then by title: the order of a walk along the shelves. */
const walked = (rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => a.location.localeCompare(b.location) || (a.title ?? '').localeCompare(b.title ?? ''));

const Rows = ({ rows }: { rows: Row[] }) => {
  const t = useTranslate();
  const { branchName } = useDirectory();
  return (
    <ScrollTable name={t('pull.title')}>
      <thead>
        <tr>
          <th scope="col">{t('pull.location')}</th>
          <th scope="col">{t('pull.what')}</th>
          <th scope="col">{t('pull.barcode')}</th>
          <th scope="col">{t('pull.for')}</th>
        </tr>
      </thead>
      <tbody>
        {walked(rows).map(({ itemId, location, title, barcode, pickupBranch }) => (
          <tr key={itemId}>
            <td>
              <span className="tick" aria-hidden="true" />
              {location}
            </td>
            <th scope="row">{title ?? barcode}</th>
            <td className="barcode">{barcode}</td>
            <td>{pickupBranch && branchName(pickupBranch)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};

const List = ({ branchId }: { branchId: string }) => {
  const t = useTranslate();
  const { time } = useFormat();
  const { data, error, refetch, hasNextPage, dataUpdatedAt } = usePullList(branchId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data || hasNextPage) return <Waiting rows={4} height={48} />;
  const rows = data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <Empty title={t('pull.none')} />;
  return (
    <>
      <PaperHead>
        {t('pull.count', { count: rows.length, time: time(new Date(dataUpdatedAt).toISOString()) })}
      </PaperHead>
      <Rows rows={rows} />
    </>
  );
};

/** The pull list of a branch for printing; each item is then scanned at the desk. */
export const PullListPage = () => {
  const t = useTranslate();
  return (
    <BranchPage title={t('pull.title')} meaning={t('pull.meaning')} back="/pull-list" isPaper>
      {(branchId) => <List key={branchId} branchId={branchId} />}
    </BranchPage>
  );
};

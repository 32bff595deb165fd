import { api, take } from '../../api/client.ts';
import { useDirectory } from '../../parts/directory.ts';
import { PaperHead } from '../../parts/paper-head.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { Empty, FailedNotice, Waiting } from '../../parts/states.tsx';
import { useWholeList } from '../../parts/use-whole-list.ts';
import type { Answered } from '../../session/who.ts';
import { useFormat } from '../../words/format.ts';
import { useSay } from '../../words/words.tsx';
import { BranchRoom } from '../desk/branch-room.tsx';

type Row = Answered<'circulation-list-pull-list'>['items'][number];

const usePullList = (branchId: string) =>
  useWholeList(['pull-list', branchId], (after) =>
    take(
      api.GET('/v1/circulation/branches/{branchId}/pull-list', {
        params: { path: { branchId }, query: { limit: 100, ...(after && { after }) } },
      }),
    ),
  );

/** In the order of a walk through the house: by location, then by title. */
const walked = (rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => a.location.localeCompare(b.location) || (a.title ?? '').localeCompare(b.title ?? ''));

const Rows = ({ rows }: { rows: Row[] }) => {
  const say = useSay();
  const { branchName } = useDirectory();
  return (
    <ScrollTable name={say('pull.title')}>
      <thead>
        <tr>
          <th scope="col">{say('pull.location')}</th>
          <th scope="col">{say('pull.what')}</th>
          <th scope="col">{say('pull.barcode')}</th>
          <th scope="col">{say('pull.for')}</th>
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
  const say = useSay();
  const { time } = useFormat();
  const { data, error, refetch, hasNextPage, dataUpdatedAt } = usePullList(branchId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data || hasNextPage) return <Waiting rows={4} height={48} />;
  const rows = data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <Empty title={say('pull.none')} />;
  return (
    <>
      <PaperHead>
        {say('pull.count', { count: rows.length, time: time(new Date(dataUpdatedAt).toISOString()) })}
      </PaperHead>
      <Rows rows={rows} />
    </>
  );
};

/** What a branch is to fetch from its shelves for holds, to be printed and taken along; each is then scanned at the desk. */
export const PullRoom = () => {
  const say = useSay();
  return (
    <BranchRoom title={say('pull.title')} meaning={say('pull.meaning')} back="/pull-list" isPaper>
      {(branchId) => <List key={branchId} branchId={branchId} />}
    </BranchRoom>
  );
};

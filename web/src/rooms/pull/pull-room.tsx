import { Link } from '@tanstack/react-router';
import { api, take } from '../../api/client.ts';
import { BranchChoice } from '../../parts/branch-choice.tsx';
import { useDirectory } from '../../parts/directory.ts';
import { PaperHead } from '../../parts/paper-head.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { Empty, FailedNotice, Waiting, WaitingRoom } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.ts';
import { useWholeList } from '../../parts/use-whole-list.ts';
import { useSession } from '../../session/session.ts';
import { type Answered, useWho } from '../../session/who.ts';
import { useFormat } from '../../words/format.ts';
import { useSay } from '../../words/words.tsx';
import { useBranch } from '../desk/use-branch.ts';

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
  const session = useSession();
  const who = useWho();
  const { branches, branch, choose } = useBranch('desk', 'desk-supervisor');
  useTitle(say('pull.title'));
  if (session?.kind === 'staff' && !who) return <WaitingRoom />;
  return (
    <div className="room paper-list">
      <div className="desk-head">
        <h1>{say('pull.title')}</h1>
        {branch && (
          <div className="row">
            <Link to="/desk">{say('nav.desk')}</Link>
            <BranchChoice branches={branches} branch={branch} choose={choose} />
          </div>
        )}
      </div>
      <p className="quiet">{say('pull.meaning')}</p>
      {branch ? (
        <List key={branch.branchId} branchId={branch.branchId} />
      ) : (
        <Empty title={say('desk.not-here')}>
          <Link to="/sign-in" search={{ back: '/pull-list' }} className="call">
            {say('do.staff-sign-in')}
          </Link>
        </Empty>
      )}
    </div>
  );
};

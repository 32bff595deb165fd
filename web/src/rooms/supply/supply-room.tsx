import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, take } from '../../api/client.ts';
import { BranchChoice } from '../../parts/branch-choice.tsx';
import { memberOf } from '../../parts/directory.ts';
import { Empty, FailedNotice, Waiting, WaitingRoom } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.ts';
import { useSession } from '../../session/session.ts';
import { useWho } from '../../session/who.ts';
import { useSay } from '../../words/words.tsx';
import { useBranch } from '../desk/use-branch.ts';
import { AskRow } from './ask-row.tsx';
import './supply.css';

const Queue = ({ branchId }: { branchId: string }) => {
  const say = useSay();
  const memberId = memberOf(branchId);
  const { data, error, refetch } = useQuery({
    queryKey: ['asks', memberId],
    queryFn: () =>
      take(api.GET('/v1/resource-sharing/requests', { params: { query: { memberId, side: 'supplier' } } })),
    refetchInterval: 30_000,
  });
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} />;
  // What waits for us first, the earliest deadline on top.
  const sorted = [...data.requests].sort(
    (a, b) => Number(b.needsAttention) - Number(a.needsAttention) || (a.answerBy ?? '').localeCompare(b.answerBy ?? ''),
  );
  if (sorted.length === 0) return <Empty title={say('supply.none')} />;
  return (
    <ul className="rows">
      {sorted.map((request) => (
        <AskRow key={`${request.requestId}${request.askId}`} request={request} branchId={branchId} />
      ))}
    </ul>
  );
};

/** What other libraries ask this one to lend: each answered by a copy or by a reason. */
export const SupplyRoom = () => {
  const say = useSay();
  const session = useSession();
  const who = useWho();
  const { branches, branch, choose } = useBranch('ill', 'desk', 'desk-supervisor');
  useTitle(say('nav.requests'));
  if (session?.kind === 'staff' && !who) return <WaitingRoom />;
  return (
    <div className="room">
      <div className="desk-head">
        <h1>{say('supply.title')}</h1>
        {branch && <BranchChoice branches={branches} branch={branch} choose={choose} />}
      </div>
      <p className="quiet">{say('supply.meaning')}</p>
      {branch ? (
        <Queue branchId={branch.branchId} />
      ) : (
        <Empty title={say('supply.not-here')}>
          <Link to="/sign-in" search={{ back: '/requests' }} className="call">
            {say('do.staff-sign-in')}
          </Link>
        </Empty>
      )}
    </div>
  );
};

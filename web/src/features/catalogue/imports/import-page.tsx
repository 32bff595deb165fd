import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Announce } from '../../../components/announce.tsx';
import { Fact } from '../../../components/fact.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay } from '../../../i18n/translate.ts';
import { MemberRoom } from '../shared/member-page.tsx';
import { useFileWords, useOpenedBy } from '../shared/use-file-texts.ts';
import '../shared/imports.css';
import { type Load, useLoad } from '../shared/imports.ts';
import { NextSteps } from './next-steps.tsx';
import { StateBadge } from './progress.tsx';
import { Rejects } from './rejects.tsx';
import { Sums } from './sums.tsx';

const route = getRouteApi('/loads/$importId');

const Facts = ({ load }: { load: Load }) => {
  const say = useSay();
  const { time } = useFormat();
  const words = useFileWords();
  const openedBy = useOpenedBy();
  const { fileName, startedAt, endedAt, importId } = load;
  return (
    <dl className="facts">
      <Fact name={say('loads.its-file')}>{fileName}</Fact>
      <Fact name={say('loads.what')}>{words.file(load)}</Fact>
      <Fact name={say('changes.who')}>{openedBy(load)}</Fact>
      <Fact name={say('loads.began')}>{startedAt && time(startedAt)}</Fact>
      <Fact name={say('loads.ended')}>{endedAt && time(endedAt)}</Fact>
      <Fact name={say('loads.its-id')}>
        <span className="barcode">{importId}</span>
      </Fact>
      <Fact name={say('changes.state')}>
        <StateBadge load={load} />
      </Fact>
    </dl>
  );
};

const Whole = ({ memberId, importId }: { memberId: string; importId: string }) => {
  const say = useSay();
  const { data: load, error, refetch } = useLoad(memberId, importId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!load) return <Waiting rows={3} height={80} />;
  const { state, counts } = load;
  const isOver = state === 'done' || state === 'failed';
  return (
    <>
      <Announce text={say('loads.heard-state', { state: say(`load-state.${state}`) })} />
      <Facts load={load} />
      <NextSteps load={load} memberId={memberId} />
      {counts.read > 0 && (
        <section aria-labelledby="sums" className="stack">
          <h2 id="sums">{say(isOver ? 'loads.came' : 'loads.came-so-far')}</h2>
          <Sums load={load} />
        </section>
      )}
      {isOver && (
        <section aria-labelledby="rejects" className="stack">
          <h2 id="rejects">{say('load-reject.title')}</h2>
          <Rejects load={load} memberId={memberId} />
        </section>
      )}
      <p>
        <Link to="/loads" search={{ member: memberId }}>
          {say('loads.title')}
        </Link>
      </p>
    </>
  );
};

/** One load: followed while it runs; then what came of it, what was not taken and why, and what is to be done. */
export const LoadRoom = () => {
  const say = useSay();
  const navigate = useNavigate();
  const { importId } = route.useParams();
  const { member: asked } = route.useSearch();
  return (
    <MemberRoom
      title={say('loads.one')}
      meaning={say('loads.one-meaning')}
      asked={asked}
      // A load is one library's: another library has others.
      choose={(member) => void navigate({ to: '/loads', search: { member } })}
      roles={['cataloguer', 'member-admin']}
    >
      {(memberId) => <Whole key={memberId} memberId={memberId} importId={importId} />}
    </MemberRoom>
  );
};

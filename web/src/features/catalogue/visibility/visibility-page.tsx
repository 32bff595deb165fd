import { getRouteApi, Link } from '@tanstack/react-router';
import { holdsAt, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { Empty, FailedNotice, Waiting, WaitingRoom } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useSay } from '../../../i18n/translate.ts';
import { memberOfSource, useVisibility } from '../shared/visibility.ts';
import { CopyParts, HoldingParts, RecordPart } from '../shared/visibility-parts.tsx';

const route = getRouteApi('/visibility/$sourceId');

const Whole = ({ sourceId }: { sourceId: string }) => {
  const say = useSay();
  const { data: shown, error, refetch } = useVisibility(sourceId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!shown) return <Waiting rows={3} height={90} />;
  const { recordId, title, holdings, items, isWhole } = shown;
  return (
    <>
      <p className="hit-by">
        <Link to="/record/$recordId/sources" params={{ recordId }}>
          {title ?? recordId}
        </Link>
      </p>
      <section aria-labelledby="record" className="stack">
        <h2 id="record">{say('visibility.record')}</h2>
        <RecordPart shown={shown} />
      </section>
      {holdings.length > 0 && (
        <section aria-labelledby="holdings" className="stack">
          <h2 id="holdings">{say('visibility.holdings')}</h2>
          <HoldingParts shown={shown} />
        </section>
      )}
      {items.length > 0 && (
        <section aria-labelledby="copies" className="stack">
          <h2 id="copies">{say('visibility.copies')}</h2>
          <CopyParts shown={shown} />
          {!isWhole && (
            <p>
              {say('visibility.more')} <Link to="/copy">{say('copy-room.title')}</Link>
            </p>
          )}
        </section>
      )}
    </>
  );
};

/** Who sees a library's record, its copies at each branch and each copy: hidden and shown again, with who did and why. */
export const VisibilityRoom = () => {
  const say = useSay();
  const session = useSession();
  const who = useWho();
  const { sourceId } = route.useParams();
  useTitle(say('visibility.title'));
  if (session?.kind === 'staff' && !who) return <WaitingRoom />;
  return (
    <div className="room">
      <div className="desk-head">
        <h1>{say('visibility.title')}</h1>
        <Link to="/cataloguing">{say('cataloguing.title')}</Link>
      </div>
      <p className="quiet">{say('visibility.meaning')}</p>
      {holdsAt(who, memberOfSource(sourceId), 'cataloguer') ? (
        <Whole key={sourceId} sourceId={sourceId} />
      ) : (
        <Empty title={say(session ? 'problem.not-yours' : 'union.not-here')}>
          {!session && (
            <Link to="/sign-in" search={{ back: `/visibility/${encodeURIComponent(sourceId)}` }} className="call">
              {say('do.staff-sign-in')}
            </Link>
          )}
        </Empty>
      )}
    </div>
  );
};

import { Button, NativeSelect } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useDirectory } from '../../parts/directory.ts';
import { Empty, FailedNotice, Waiting, WaitingRoom } from '../../parts/states.tsx';
import { useTitle } from '../../parts/title.ts';
import { useSession } from '../../session/session.ts';
import { useWho } from '../../session/who.ts';
import { useFormat } from '../../words/format.ts';
import { useSay } from '../../words/words.tsx';
import { useMembers } from '../notices/use-member.ts';
import { ReasonForm } from './reason-form.tsx';
import { type Doubt, useDoubts } from './union.ts';

const route = getRouteApi('/doubts');

const Side = ({ of: { memberId, localId, recordId, title, details } }: { of: Doubt['one'] }) => {
  const say = useSay();
  const { memberName } = useDirectory();
  return (
    <div>
      <Link to="/record/$recordId/sources" params={{ recordId }}>
        {title}
      </Link>
      <p className="quiet">{details.join(' · ')}</p>
      <p className="quiet">{say('union.source', { member: memberName(memberId), number: localId })}</p>
    </div>
  );
};

const OneDoubt = ({ doubt: { one, two, score, because } }: { doubt: Doubt }) => {
  const say = useSay();
  const { percent } = useFormat();
  const [act, setAct] = useState<'merge' | 'apart'>();
  const away = (): void => setAct(undefined);
  return (
    <li className="row-card">
      <div className="row-body">
        <Side of={one} />
        <Side of={two} />
        <p>
          {say('doubts.score', { percent: percent(score) })} <span lang="en">{because.join('; ')}</span>
        </p>
        {act === undefined && (
          <p className="row">
            <Button size="sm" onClick={() => setAct('merge')}>
              {say('union.merge')}
            </Button>
            <Button size="sm" variant="default" onClick={() => setAct('apart')}>
              {say('doubts.apart')}
            </Button>
          </p>
        )}
        {act === 'merge' && (
          <ReasonForm
            recordId={one.recordId}
            act={say('union.merge')}
            done={say('union.merge-done')}
            what={{ with: two.recordId }}
            away={away}
          />
        )}
        {act === 'apart' && (
          <ReasonForm
            recordId={one.recordId}
            act={say('doubts.apart')}
            done={say('doubts.apart-done')}
            what={{ from: two.recordId }}
            away={away}
          />
        )}
      </div>
    </li>
  );
};

const List = ({ memberId }: { memberId: string }) => {
  const say = useSay();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDoubts(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={120} />;
  const doubts = data.pages.flatMap((page) => page.doubts);
  return (
    <>
      {doubts.length === 0 && !hasNextPage ? (
        <Empty title={say('doubts.none')} />
      ) : (
        <ul className="rows">
          {doubts.map((doubt) => (
            <OneDoubt key={`${doubt.one.sourceId} ${doubt.two.sourceId}`} doubt={doubt} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <p>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('loans.show-more')}
          </Button>
        </p>
      )}
    </>
  );
};

/** The pairs of records of which the matcher cannot say whether they are one title: merged or kept apart by a cataloguer. */
export const DoubtsRoom = () => {
  const say = useSay();
  const navigate = useNavigate();
  const session = useSession();
  const who = useWho();
  const { isPending } = useDirectory();
  const { member: asked } = route.useSearch();
  const own = useMembers('cataloguer');
  const member = own.find(({ memberId }) => memberId === asked) ?? own[0];
  useTitle(say('doubts.title'));
  if (session?.kind === 'staff' && (!who || isPending)) return <WaitingRoom />;
  return (
    <div className="room room-wide">
      <h1>{say('doubts.title')}</h1>
      <p className="quiet">{say('doubts.meaning')}</p>
      {own.length > 1 && (
        <NativeSelect
          size="sm"
          label={say('doubts.whose')}
          value={member?.memberId}
          data={own.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          onChange={({ currentTarget: { value } }) => void navigate({ to: '/doubts', search: { member: value } })}
        />
      )}
      {member ? (
        <List key={member.memberId} memberId={member.memberId} />
      ) : (
        <Empty title={say('union.not-here')}>
          {!session && (
            <Link to="/sign-in" search={{ back: '/doubts' }} className="call">
              {say('do.staff-sign-in')}
            </Link>
          )}
        </Empty>
      )}
    </div>
  );
};

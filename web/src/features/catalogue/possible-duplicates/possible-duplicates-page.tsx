import { Button } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { ShowMore } from '../../../components/show-more.tsx';
import { Empty, FailedNotice, Waiting } from '../../../components/states.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useSay } from '../../../i18n/translate.ts';
import { MemberRoom } from '../shared/member-page.tsx';
import { type PossibleDuplicate, usePossibleDuplicates } from '../shared/source-records.ts';
import { DuplicateFigures } from '../source-records/duplicates.tsx';
import { ReasonForm } from '../source-records/reason-form.tsx';

const route = getRouteApi('/possible-duplicates');

const Side = ({ of: { memberId, localId, recordId, title, details } }: { of: PossibleDuplicate['one'] }) => {
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

const OnePair = ({ possibleDuplicate: { one, two, score, because } }: { possibleDuplicate: PossibleDuplicate }) => {
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
          {say('possible-duplicates.score', { percent: percent(score) })} <span lang="en">{because.join('; ')}</span>
        </p>
        {act === undefined && (
          <p className="row">
            <Button size="sm" onClick={() => setAct('merge')}>
              {say('union.merge')}
            </Button>
            <Button size="sm" variant="default" onClick={() => setAct('apart')}>
              {say('possible-duplicates.apart')}
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
            act={say('possible-duplicates.apart')}
            done={say('possible-duplicates.apart-done')}
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
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePossibleDuplicates(memberId);
  if (error) return <FailedNotice thrown={error} again={() => void refetch()} />;
  if (!data) return <Waiting rows={3} height={120} />;
  const possibleDuplicates = data.pages.flatMap((page) => page.possibleDuplicates);
  return (
    <>
      {possibleDuplicates.length === 0 && !hasNextPage ? (
        <Empty title={say('possible-duplicates.none')} />
      ) : (
        <ul className="rows">
          {possibleDuplicates.map((possibleDuplicate) => (
            <OnePair
              key={`${possibleDuplicate.one.sourceId} ${possibleDuplicate.two.sourceId}`}
              possibleDuplicate={possibleDuplicate}
            />
          ))}
        </ul>
      )}
      <ShowMore {...{ hasNextPage, isFetchingNextPage, fetchNextPage }} />
    </>
  );
};

/** The pairs of records of which the matcher cannot say whether they are one title: merged or kept apart by a cataloguer. */
export const PossibleDuplicatesPage = () => {
  const say = useSay();
  const navigate = useNavigate();
  const { member: asked } = route.useSearch();
  return (
    <MemberRoom
      title={say('possible-duplicates.title')}
      meaning={say('possible-duplicates.meaning')}
      asked={asked}
      choose={(member) => void navigate({ to: '/possible-duplicates', search: { member } })}
    >
      {(memberId) => (
        <div key={memberId} className="stack">
          <section aria-labelledby="duplicates" className="stack">
            <h2 id="duplicates">{say('duplicates.title')}</h2>
            <DuplicateFigures memberId={memberId} />
          </section>
          <section aria-labelledby="pairs" className="stack">
            <h2 id="pairs">{say('duplicates.pairs')}</h2>
            <p className="quiet">{say('duplicates.pairs-meaning')}</p>
            <List memberId={memberId} />
          </section>
        </div>
      )}
    </MemberRoom>
  );
};

import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { asProblem } from '../../api/problem.ts';
import { memberOf, useDirectory } from '../../parts/directory.ts';
import { Icon } from '../../parts/icon.tsx';
import { PickupChoice } from '../../parts/pickup-choice.tsx';
import { FailedNotice } from '../../parts/states.tsx';
import { useSession } from '../../session/session.ts';
import { useProfile } from '../../session/who.ts';
import { useSay } from '../../words/words.tsx';
import type { RecordPage } from './record-page.ts';
import { useHold, useLoanRequest } from './use-place-hold.ts';

/** Refusals of a hold after which a consortium loan is the way. */
const onRequest = ['consortium-loan', 'only-on-request', 'no-holdable-copy'];

type Step = { page: RecordPage; pickup: string };

const useWanted = ({ page, pickup }: Step) => {
  const { branchName } = useDirectory();
  const { recordId, description } = page;
  return { recordId, title: description.title, pickupBranch: pickup, pickupName: branchName(pickup) };
};

/** What is offered when no copy can be set aside: ask a library to lend one, or wait for a copy that is lent. */
const AskInstead = ({ page, pickup, mayWait, hold }: Step & { mayWait: boolean; hold: ReturnType<typeof useHold> }) => {
  const say = useSay();
  const wanted = useWanted({ page, pickup });
  const request = useLoanRequest();
  if (request.data) {
    return (
      <p className="notice notice-good" role="status">
        {say('request.meaning-placed')} <Link to="/account">{say('request.follow')}</Link>
      </p>
    );
  }
  return (
    <div className="notice notice-mark" role="status">
      <div>
        <p className="notice-title">{say('request.why')}</p>
        <p>{say('request.meaning')}</p>
        <p className="row">
          <Button loading={request.isPending} onClick={() => request.mutate(wanted)}>
            {say('do.request')}
          </Button>
          {mayWait && (
            <Button variant="default" loading={hold.isPending} onClick={() => hold.mutate({ ...wanted, wait: true })}>
              {say('do.wait')}
            </Button>
          )}
        </p>
        {request.error && <FailedNotice thrown={request.error} />}
      </div>
    </div>
  );
};

const Confirm = ({ page, close }: { page: RecordPage; close: () => void }) => {
  const say = useSay();
  const { data: profile } = useProfile();
  const { branches } = useDirectory();
  const [choice, setChoice] = useState<string>();
  const hold = useHold();
  const offered = branches.filter(({ pickup }) => pickup);
  const home = offered.find(({ branchId }) => branchId === profile?.homeBranch);
  const near = offered.find(({ branchId }) => memberOf(branchId) === profile?.homeMember);
  const pickup = choice ?? (home ?? near)?.branchId ?? '';
  const wanted = useWanted({ page, pickup });
  const problem = hold.error ? asProblem(hold.error) : undefined;
  if (hold.data) return <Placed place={hold.data.hold.place} />;
  return (
    <div className="card hold-confirm">
      <PickupChoice value={pickup} onChange={setChoice} home={profile?.homeMember} />
      <p className="row">
        <Button
          autoFocus
          disabled={!pickup}
          loading={hold.isPending}
          onClick={() => hold.mutate({ ...wanted, wait: false })}
        >
          {say('do.confirm-hold')}
        </Button>
        <Button variant="default" onClick={close}>
          {say('do.not-now')}
        </Button>
      </p>
      {problem && onRequest.includes(problem.code) && (
        <AskInstead page={page} pickup={pickup} mayWait={problem.code === 'consortium-loan'} hold={hold} />
      )}
      {problem && !onRequest.includes(problem.code) && <FailedNotice thrown={problem} />}
    </div>
  );
};

const Placed = ({ place }: { place: number | undefined }) => {
  const say = useSay();
  return (
    <p className="notice notice-good" role="status">
      <Icon name="yes" />
      <span>
        {place === undefined ? say('hold.done') : say('hold.done-place', { place })}{' '}
        <Link to="/account">{say('hold.follow')}</Link>
      </span>
    </p>
  );
};

/** Place hold, then confirm where to collect: two clicks; the home branch is chosen beforehand. */
export const PlaceHold = ({ page }: { page: RecordPage }) => {
  const say = useSay();
  const session = useSession();
  const [isOpen, setIsOpen] = useState(false);
  if (session?.kind === 'staff') return null;
  if (!session) {
    return (
      <Link to="/sign-in" search={{ back: `/record/${page.recordId}` }} className="call">
        <Icon name="hold" size={18} /> {say('hold.sign-in')}
      </Link>
    );
  }
  if (isOpen) return <Confirm page={page} close={() => setIsOpen(false)} />;
  return (
    <Button
      size="md"
      leftSection={<Icon name="hold" size={18} />}
      onClick={() => setIsOpen(true)}
      className="place-hold"
    >
      {say('do.place-hold')}
    </Button>
  );
};

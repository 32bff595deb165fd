import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Empty } from '../../parts/states.tsx';
import { useSession } from '../../session/session.ts';
import { useSay } from '../../words/words.tsx';

/** A room of a patron who is signed in; others are asked to sign in, and come back to it. */
export const KeeperOnly = ({ back, children }: { back: string; children: ReactNode }) => {
  const say = useSay();
  const session = useSession();
  if (session?.kind === 'patron') return children;
  return (
    <div className="room">
      <h1>{say('lists.title')}</h1>
      <Empty title={say('lists.sign-in')}>
        <Link to="/sign-in" search={{ back }} className="call">
          {say('do.sign-in')}
        </Link>
      </Empty>
    </div>
  );
};

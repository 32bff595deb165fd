import { Link } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { Empty, WaitingRoom } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useSay } from '../../../i18n/translate.ts';

/** What there is to do, and whose it is: a library's administrator looks after loads, protection and last copies too. */
const works = [
  { to: '/loads', word: 'loads', roles: ['cataloguer', 'member-admin'] },
  { to: '/item-mapping', word: 'mapping', roles: ['cataloguer', 'member-admin'] },
  { to: '/possible-duplicates', word: 'possible-duplicates', roles: ['cataloguer'] },
  { to: '/copy', word: 'copy-room', roles: ['cataloguer', 'member-admin'] },
  { to: '/new-item', word: 'new-item', roles: ['cataloguer'] },
  { to: '/item-templates', word: 'templates', roles: ['cataloguer'] },
  { to: '/item-changes', word: 'changes', roles: ['cataloguer'] },
  { to: '/last-copies', word: 'last-copies', roles: ['cataloguer', 'member-admin'] },
  { to: '/protected-fields', word: 'protection', roles: ['cataloguer', 'member-admin'] },
] as const;

/** Where cataloguers begin: every room of their work, with what it is for. */
export const CataloguingRoom = () => {
  const say = useSay();
  const session = useSession();
  const who = useWho();
  useTitle(say('cataloguing.title'));
  if (session?.kind === 'staff' && !who) return <WaitingRoom />;
  const own = works.filter(({ roles }) => hasRole(who, ...roles));
  return (
    <div className="room">
      <h1>{say('cataloguing.title')}</h1>
      {own.length === 0 ? (
        <Empty title={say('union.not-here')}>
          {!session && (
            <Link to="/sign-in" search={{ back: '/cataloguing' }} className="call">
              {say('do.staff-sign-in')}
            </Link>
          )}
        </Empty>
      ) : (
        <>
          <p className="quiet">{say('cataloguing.meaning')}</p>
          <ul className="rows">
            {own.map(({ to, word }) => (
              <li key={to} className="row-card">
                <div className="row-body">
                  <h2 className="row-title">
                    <Link to={to}>{say(`${word}.title`)}</Link>
                  </h2>
                  <p className="quiet">{say(`${word}.meaning`)}</p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
};

import { Button } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { useWho } from '../api/current-user.ts';
import { type Session, useSession } from '../api/session.ts';
import { Icon } from '../components/icon.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useSignOut } from './use-sign-out.ts';

const SignedIn = ({ session }: { session: Session }) => {
  const t = useTranslate();
  const who = useWho();
  const leave = useSignOut(session);
  return (
    <div className="visitor-parts">
      <details className="visitor-menu">
        <summary className="visitor">
          <Icon name="person" size={18} />
          <span className="visitor-name">{who?.name ?? ''}</span>
        </summary>
        <Button variant="default" size="xs" onClick={() => void leave(true)}>
          {t('do.sign-out-everywhere')}
        </Button>
      </details>
      <Button variant="default" size="xs" onClick={() => void leave(false)}>
        {t('do.sign-out')}
      </Button>
    </div>
  );
};

/** The signed-in user with the sign-out button; otherwise the sign-in link. */
export const Visitor = () => {
  const t = useTranslate();
  const session = useSession();
  const path = useRouterState({ select: ({ location: { pathname, searchStr } }) => pathname + searchStr });
  if (session) return <SignedIn session={session} />;
  const back = path.startsWith('/sign') || path === '/' ? {} : { back: path };
  return (
    <Link to="/sign-in" search={back} className="sign-in-link">
      {t('do.sign-in')}
    </Link>
  );
};

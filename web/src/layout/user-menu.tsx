import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useWho } from '../api/current-user.ts';
import { endSession, type Session, useSession } from '../api/session.ts';
import { Icon } from '../components/icon.tsx';
import { useTranslate } from '../i18n/translate.ts';

const SignedIn = ({ session }: { session: Session }) => {
  const t = useTranslate();
  const who = useWho();
  const navigate = useNavigate();
  const client = useQueryClient();
  const leave = async (everywhere: boolean): Promise<void> => {
    await endSession(everywhere);
    // The next user of this screen must not see this user's data.
    client.clear();
    if (session.kind === 'staff') {
      const { leaveUserPool } = await import('../api/staff-sign-in.ts');
      await leaveUserPool();
    } else await navigate({ to: '/' });
  };
  return (
    <>
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
    </>
  );
};

/** The signed-in user with the sign-out button; otherwise the sign-in link. */
export const Visitor = () => {
  const t = useTranslate();
  const session = useSession();
  const path = useRouterState({ select: ({ location }) => location.href });
  if (session) return <SignedIn session={session} />;
  const back = path.startsWith('/sign') || path === '/' ? {} : { back: path };
  return (
    <Link to="/sign-in" search={back} className="sign-in-link">
      {t('do.sign-in')}
    </Link>
  );
};

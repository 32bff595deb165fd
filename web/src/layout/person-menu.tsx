import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWho } from '../api/current-user.ts';
import { useDeskMark } from '../api/desk-mark.ts';
import { lockScreen, useSession } from '../api/session.ts';
import { FullSignIn } from '../components/full-sign-in.tsx';
import { Icon } from '../components/icon.tsx';
import { useMemberColour } from '../components/spine.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { LanguageSwitch, SchemeSwitch } from './switches.tsx';
import { useSignOut } from './use-sign-out.ts';

const lettersOf = (name: string): string => {
  const names = name.split(/\s+/).filter(Boolean);
  return [names[0], names.length > 1 ? names.at(-1) : undefined].map((one) => one?.[0] ?? '').join('');
};

/** The menu of the signed-in person: language, colours, signing out. */
export const PersonMenu = () => {
  const t = useTranslate();
  const who = useWho();
  const session = useSession();
  const leave = useSignOut(session);
  const isDesk = useDeskMark() !== undefined;
  const colour = useMemberColour(who?.member ?? '');
  const name = who?.name ?? '';
  return (
    <details className="person-menu">
      <summary>
        <span className={`person-plate spine-${colour}`} data-colour={colour} aria-hidden="true">
          {lettersOf(name)}
        </span>
        <strong>{name || t('state.loading')}</strong>
        <Icon name="down" size={18} />
      </summary>
      <div className="person-choices">
        <p className="row">
          <LanguageSwitch />
          <SchemeSwitch />
        </p>
        <Button variant="default" size="xs" component={Link} to="/my-code">
          {t('shell.my-code')}
        </Button>
        <Button variant="default" size="xs" component={Link} to="/practice">
          {t('shell.practice')}
        </Button>
        {isDesk && (
          <Button variant="default" size="xs" onClick={lockScreen}>
            {t('shell.lock')} <kbd>F9</kbd>
          </Button>
        )}
        {session?.atDesk && <FullSignIn />}
        <Button variant="default" size="xs" onClick={() => void leave(false)}>
          {t('do.sign-out')}
        </Button>
        <Button variant="default" size="xs" onClick={() => void leave(true)}>
          {t('do.sign-out-everywhere')}
        </Button>
      </div>
    </details>
  );
};

import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useWho } from '../../api/current-user.ts';
import { forgetPerson } from '../../api/forget-person.ts';
import { useSession } from '../../api/session.ts';
import { PatronForm } from '../../features/membership/sign-in/patron-form.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { LockDialog } from './lock-dialog.tsx';
import { useReadAgain } from './use-read-again.ts';

/** The lock of a page whose session expired: what was typed stays under it for the same person, and is discarded for another. */
export const SessionLock = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const client = useQueryClient();
  useReadAgain();
  const leave = (): void => {
    forgetPerson(client);
    location.assign('/');
  };
  return (
    <LockDialog title={t('session-lock.title')}>
      {who && <p className="quiet">{who.name}</p>}
      <p>{t('session-lock.meaning')}</p>
      {session?.kind === 'patron' ? (
        <PatronForm done={() => undefined} />
      ) : (
        <p>
          <a className="call" href="/sign-in" target="_blank" rel="noopener">
            {t('session-lock.open')}
          </a>
        </p>
      )}
      <p className="row">
        <Button variant="default" size="xs" onClick={leave}>
          {t('session-lock.leave')}
        </Button>
      </p>
    </LockDialog>
  );
};

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useWho } from '../../api/current-user.ts';
import { useDeskMark } from '../../api/desk-mark.ts';
import { useDirectory } from '../../api/directory.ts';
import { useLocked } from '../../api/session.ts';
import { DeskPassForm } from '../../components/desk-pass-form.tsx';
import { FullSignIn } from '../../components/full-sign-in.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import './desk-lock.css';

const LockScreen = () => {
  const t = useTranslate();
  const who = useWho();
  const client = useQueryClient();
  const { branchName } = useDirectory();
  const dialog = useRef<HTMLDialogElement>(null);
  const { name = '', branchId = '' } = useDeskMark() ?? {};
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="desk-lock"
      aria-labelledby="desk-lock"
      onCancel={(event) => event.preventDefault()}
      onClose={() => dialog.current?.showModal()}
    >
      <p className="quiet">
        {name}, {branchName(branchId)}
      </p>
      <h2 id="desk-lock">{t('desk-lock.title')}</h2>
      {who && <p>{t('desk-lock.last', { name: who.name })}</p>}
      {/* The same person may have another sign-in now, with other rights. */}
      <DeskPassForm done={() => void client.invalidateQueries({ queryKey: ['who'] })} />
      <p className="row">
        <FullSignIn />
      </p>
    </dialog>
  );
};

/** The lock of a shared desk, over the page. It is loaded before it is needed. */
export const DeskLock = () => (useLocked() ? <LockScreen /> : null);

import { useWho } from '../../api/current-user.ts';
import { useDeskMark } from '../../api/desk-mark.ts';
import { useDirectory } from '../../api/directory.ts';
import { useLocked } from '../../api/session.ts';
import { DeskPassForm } from '../../components/desk-pass-form.tsx';
import { FullSignIn } from '../../components/full-sign-in.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { LockDialog } from './lock-dialog.tsx';
import { useReadAgain } from './use-read-again.ts';

const LockScreen = () => {
  const t = useTranslate();
  const who = useWho();
  const { branchName } = useDirectory();
  const { name = '', branchId = '' } = useDeskMark() ?? {};
  useReadAgain();
  const place = (
    <p className="quiet">
      {name}, {branchName(branchId)}
    </p>
  );
  return (
    <LockDialog title={t('desk-lock.title')} above={place}>
      {who && <p>{t('desk-lock.last', { name: who.name })}</p>}
      <DeskPassForm />
      <p className="row">
        <FullSignIn />
      </p>
    </LockDialog>
  );
};

/** The lock of a shared desk, over the page. It is loaded before it is needed. */
export const DeskLock = () => (useLocked() ? <LockScreen /> : null);

import { useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { Panel } from '../../../components/panel.tsx';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { PassForm } from './pass-form.tsx';

/** The page of a staff member's own code and badge for shared desks. */
export const MyCodePage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  useTitle(t('my-code.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  return (
    <div className="page page-narrow">
      <h1>{t('my-code.title')}</h1>
      <p className="quiet">{t('my-code.meaning')}</p>
      {who?.kind === 'staff' ? (
        <Panel title={who.name}>
          <PassForm isOwn staffId={who.id} deskPass={who.deskPass} />
        </Panel>
      ) : (
        <Empty title={t('my-code.not-yours')}>
          <StaffSignIn back="/my-code" />
        </Empty>
      )}
    </div>
  );
};

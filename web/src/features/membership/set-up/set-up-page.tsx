import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { LibraryChoice, useLibraryChoice } from '../shared/library-choice.tsx';
import { SetUpList } from './set-up-list.tsx';

const route = getRouteApi('/set-up');

/** The page that lists what of a library's set-up is done and what is left. */
export const SetUpPage = () => {
  const t = useTranslate();
  const session = useSession();
  const navigate = useNavigate();
  const { member: asked } = route.useSearch();
  const { who, isPending, libraries, member } = useLibraryChoice(asked);
  useTitle(t('set-up.title'));
  if (session?.kind === 'staff' && (!who || isPending)) return <PagePending />;
  return (
    <div className="page">
      <div className="desk-head">
        <h1>{t('set-up.title')}</h1>
        <LibraryChoice
          label={t('set-up.library')}
          libraries={libraries}
          value={member?.memberId}
          choose={(id) => void navigate({ to: '/set-up', search: { member: id } })}
        />
      </div>
      <p className="quiet">{t('set-up.meaning')}</p>
      {!session && <StaffSignIn back="/set-up" />}
      {who && libraries.length === 0 && <p className="notice">{t('set-up.not-yours')}</p>}
      {member && <SetUpList key={member.memberId} member={member} />}
    </div>
  );
};

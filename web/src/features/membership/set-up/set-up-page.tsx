import { NativeSelect } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useMembers } from '../shared/use-member.ts';
import { SetUpList } from './set-up-list.tsx';

const route = getRouteApi('/set-up');

/** The page that lists what of a library's set-up is done and what is left. */
export const SetUpPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const navigate = useNavigate();
  const own = useMembers('member-admin');
  const { members, isPending } = useDirectory();
  const { member: asked } = route.useSearch();
  useTitle(t('set-up.title'));
  if (session?.kind === 'staff' && (!who || isPending)) return <PagePending />;
  const places = hasRole(who, 'admin') ? members : own;
  const place = places.find(({ memberId }) => memberId === asked) ?? places[0];
  const member = members.find(({ memberId }) => memberId === place?.memberId);
  return (
    <div className="page">
      <div className="desk-head">
        <h1>{t('set-up.title')}</h1>
        {places.length > 1 && place && (
          <NativeSelect
            size="sm"
            aria-label={t('set-up.library')}
            value={place.memberId}
            data={places.map(({ memberId, name }) => ({ value: memberId, label: name }))}
            onChange={({ currentTarget }) => navigate({ to: '/set-up', search: { member: currentTarget.value } })}
          />
        )}
      </div>
      <p className="quiet">{t('set-up.meaning')}</p>
      {!session && (
        <Link to="/sign-in" search={{ back: '/set-up' }} className="call">
          {t('do.staff-sign-in')}
        </Link>
      )}
      {who && places.length === 0 && <p className="notice">{t('set-up.not-yours')}</p>}
      {member && <SetUpList key={member.memberId} member={member} />}
    </div>
  );
};

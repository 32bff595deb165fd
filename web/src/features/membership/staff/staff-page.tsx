import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../../finance/shared/workbench.css';
import { useMembers } from '../shared/use-member.ts';
import { InviteForm } from './invite-form.tsx';
import { StaffTable } from './staff-table.tsx';

/** The page of a library's staff: who works there, and invitations. The consortium's administrator sees every library. */
export const StaffPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const own = useMembers('member-admin');
  const { members } = useDirectory();
  const [chosen, setChosen] = useState('');
  useTitle(t('staff.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  const all = [{ memberId: 'consortium', name: t('staff.consortium') }, ...members];
  const places = hasRole(who, 'admin') ? all : own;
  const place = places.find(({ memberId }) => memberId === chosen) ?? places[0];
  return (
    <div className="page bench">
      <h1>{t('staff.title')}</h1>
      {places.length > 1 && (
        <NativeSelect
          label={t('staff.library')}
          value={place?.memberId ?? ''}
          data={places.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
      )}
      {place ? (
        <Fragment key={place.memberId}>
          <StaffTable memberId={place.memberId} />
          <InviteForm memberId={place.memberId} />
        </Fragment>
      ) : (
        <Empty title={t('staff.not-yours')}>
          {session?.kind !== 'staff' && (
            <Link to="/sign-in" search={{ back: '/staff' }} className="call">
              {t('do.staff-sign-in')}
            </Link>
          )}
        </Empty>
      )}
    </div>
  );
};

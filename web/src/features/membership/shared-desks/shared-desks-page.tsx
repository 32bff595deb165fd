import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useMembers } from '../shared/use-member.ts';
import { DeskTable } from './desk-table.tsx';
import { EnrolDesk } from './enrol-desk.tsx';

/** The page of a library's shared desks: devices on which staff change by badge or code. */
export const SharedDesksPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const own = useMembers('member-admin');
  const { members } = useDirectory();
  const [chosen, setChosen] = useState('');
  useTitle(t('shared-desks.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  const places = hasRole(who, 'admin') ? members : own;
  const place = places.find(({ memberId }) => memberId === chosen) ?? places[0];
  return (
    <div className="page page-wide">
      <div className="desk-head">
        <h1>{t('shared-desks.title')}</h1>
        {places.length > 1 && (
          <NativeSelect
            size="sm"
            aria-label={t('shared-desks.library')}
            value={place?.memberId ?? ''}
            data={places.map(({ memberId, name }) => ({ value: memberId, label: name }))}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
        )}
      </div>
      <p className="quiet">{t('shared-desks.meaning')}</p>
      {place ? (
        <Fragment key={place.memberId}>
          <DeskTable memberId={place.memberId} />
          <EnrolDesk memberId={place.memberId} />
        </Fragment>
      ) : (
        <Empty title={t('shared-desks.not-yours')}>
          {session?.kind !== 'staff' && (
            <Link to="/sign-in" search={{ back: '/shared-desks' }} className="call">
              {t('do.staff-sign-in')}
            </Link>
          )}
        </Empty>
      )}
    </div>
  );
};

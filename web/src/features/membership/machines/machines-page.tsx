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
import { AddMachine } from './add-machine.tsx';
import { MachineTable } from './machine-table.tsx';

/** The page of a library's machine clients: self-checks and other systems that act for it. */
export const MachinesPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const own = useMembers('member-admin');
  const { members } = useDirectory();
  const [chosen, setChosen] = useState('');
  useTitle(t('machines.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  const places = hasRole(who, 'admin') ? members : own;
  const place = places.find(({ memberId }) => memberId === chosen) ?? places[0];
  return (
    <div className="page page-wide">
      <div className="desk-head">
        <h1>{t('machines.title')}</h1>
        {places.length > 1 && (
          <NativeSelect
            size="sm"
            aria-label={t('machines.library')}
            value={place?.memberId ?? ''}
            data={places.map(({ memberId, name }) => ({ value: memberId, label: name }))}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
        )}
      </div>
      <p className="quiet">{t('machines.meaning')}</p>
      {place ? (
        <Fragment key={place.memberId}>
          <MachineTable memberId={place.memberId} />
          <AddMachine memberId={place.memberId} />
        </Fragment>
      ) : (
        <Empty title={t('machines.not-yours')}>
          {session?.kind !== 'staff' && (
            <Link to="/sign-in" search={{ back: '/machines' }} className="call">
              {t('do.staff-sign-in')}
            </Link>
          )}
        </Empty>
      )}
    </div>
  );
};

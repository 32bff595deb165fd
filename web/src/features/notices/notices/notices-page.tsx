import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWho } from '../../../api/current-user.ts';
import { useSession } from '../../../api/session.ts';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { Letters } from './letters.tsx';
import './notices.css';
import { useMembers } from '../../membership/shared/use-member.ts';
import { Texts } from './texts.tsx';

/** The page of a library's notices: letters to print, and notice texts. */
export const NoticesPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const members = useMembers('desk', 'desk-supervisor', 'member-admin');
  const keepers = useMembers('member-admin');
  const [chosen, setChosen] = useState('');
  useTitle(t('letters.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  const member = members.find(({ memberId }) => memberId === chosen) ?? members[0];
  return (
    <div className="page">
      <h1>{t('letters.title')}</h1>
      {members.length > 1 && (
        <NativeSelect
          label={t('letters.library')}
          value={member?.memberId ?? ''}
          data={members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
      )}
      {member ? (
        <div key={member.memberId} className="stack">
          <Letters memberId={member.memberId} />
          {keepers.some(({ memberId }) => memberId === member.memberId) && <Texts owner={member.memberId} />}
        </div>
      ) : (
        <Empty title={t('letters.not-here')}>
          {session?.kind !== 'staff' && (
            <Link to="/sign-in" search={{ back: '/notices' }} className="call">
              {t('do.sign-in')}
            </Link>
          )}
        </Empty>
      )}
    </div>
  );
};

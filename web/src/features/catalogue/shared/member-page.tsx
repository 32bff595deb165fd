import { NativeSelect } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useMembers } from '../../membership/shared/use-member.ts';

type Props = {
  title: string;
  meaning: string;
  /** The library in the address, and the function that changes it. */
  asked: string | undefined;
  choose: (memberId: string) => void;
  /** The roles with access; cataloguers only by default. */
  roles?: readonly string[];
  /** The content of the page for the selected library. */
  children: (memberId: string) => ReactNode;
};

const NotHere = () => {
  const t = useTranslate();
  // Signing in returns to this address.
  const back = useLocation({ select: ({ href }) => href });
  const session = useSession();
  return <Empty title={t('union.not-here')}>{!session && <StaffSignIn back={back} />}</Empty>;
};

/** The layout of a cataloguing page for one library: choice of library, link back, and access check. */
export const MemberPage = ({ title, meaning, asked, choose, roles = ['cataloguer'], children }: Props) => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { isPending } = useDirectory();
  const own = useMembers(...roles);
  const member = own.find(({ memberId }) => memberId === asked) ?? own[0];
  useTitle(title);
  if (session?.kind === 'staff' && (!who || isPending)) return <PagePending />;
  return (
    <div className="page page-wide">
      <div className="desk-head">
        <h1>{title}</h1>
        {member && (
          <div className="row">
            <Link to="/cataloguing">{t('cataloguing.title')}</Link>
            {own.length > 1 && (
              <NativeSelect
                size="sm"
                aria-label={t('possible-duplicates.library')}
                value={member.memberId}
                data={own.map(({ memberId, name }) => ({ value: memberId, label: name }))}
                onChange={({ currentTarget: { value } }) => choose(value)}
              />
            )}
          </div>
        )}
      </div>
      <p className="quiet">{meaning}</p>
      {member ? children(member.memberId) : <NotHere />}
    </div>
  );
};

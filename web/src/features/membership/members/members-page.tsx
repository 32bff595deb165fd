import { TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Waiting } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import '../../finance/shared/month.css';
import '../../finance/shared/workbench.css';
import { EditMember } from './edit-member.tsx';
import { MembersTable } from './members-table.tsx';
import { SetDays } from './set-days.tsx';

/** The page of membership periods, by which months are shared; an administrator sets them. */
export const MembersPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const { members, isPending } = useDirectory();
  const [month, setMonth] = useState(() => new Date().toISOString().slice(0, 7));
  const readsAll = hasRole(who, 'finance-preparer', 'finance-approver', 'auditor', 'admin');
  const mayRead = readsAll || hasRole(who, 'member-finance');
  const title = t('members.title');
  useTitle(title);
  return (
    <div className="page page-wide bench">
      <div className="desk-head">
        <h1>{title}</h1>
        <div className="row">
          {readsAll && <Link to="/periods">{t('periods.title')}</Link>}
          <TextInput
            size="sm"
            type="month"
            aria-label={t('members.month')}
            value={month}
            onChange={({ currentTarget: { value } }) => value !== '' && setMonth(value)}
          />
        </div>
      </div>
      <p className="quiet">{t('members.meaning')}</p>
      {!session && <StaffSignIn back="/members" />}
      {who && !mayRead && <p className="notice">{t('members.not-yours')}</p>}
      {mayRead && isPending && <Waiting rows={3} height={140} />}
      {mayRead && !isPending && (
        <>
          <MembersTable members={members} month={month} />
          {hasRole(who, 'admin') && (
            <>
              <EditMember members={members} />
              <SetDays members={members} />
            </>
          )}
        </>
      )}
    </div>
  );
};

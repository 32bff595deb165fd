import { Button, NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { hasRole, useWho } from '../../../api/current-user.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useSession } from '../../../api/session.ts';
import { currentMonth } from '../../../components/months.ts';
import { StaffSignIn } from '../../../components/staff-sign-in.tsx';
import { Empty, PagePending } from '../../../components/states.tsx';
import { useTitle } from '../../../components/use-title.ts';
import { useTranslate } from '../../../i18n/translate.ts';
import { useMembers } from '../shared/use-member.ts';
import { AuditTable } from './audit-table.tsx';

const route = getRouteApi('/audit');
const CONSORTIUM = 'consortium';

/** The audit log of a library or of the consortium: who changed what, when and why. */
export const AuditPage = () => {
  const t = useTranslate();
  const session = useSession();
  const who = useWho();
  const navigate = useNavigate();
  const own = useMembers('member-admin');
  const { members } = useDirectory();
  const search = route.useSearch();
  useTitle(t('audit.title'));
  if (session?.kind === 'staff' && !who) return <PagePending />;
  const seesAll = hasRole(who, 'admin') || hasRole(who, 'auditor');
  const places = seesAll ? [{ memberId: CONSORTIUM, name: t('audit.consortium') }, ...members] : own;
  const place = places.find(({ memberId }) => memberId === search.member) ?? places[0];
  const month = search.month ?? currentMonth();
  const go = (change: { member?: string; month?: string; subject?: string; by?: string }): void =>
    void navigate({ to: '/audit', search: change });
  const { subject, by } = search;
  const only = { ...(subject && { subject }), ...(by && { by }) };
  return (
    <div className="page page-wide">
      <div className="desk-head">
        <h1>{t('audit.title')}</h1>
      </div>
      <p className="quiet">{t('audit.meaning')}</p>
      {place ? (
        <div className="stack">
          <div className="form-grid">
            {places.length > 1 && (
              <NativeSelect
                size="sm"
                label={t('audit.library')}
                value={place.memberId}
                data={places.map(({ memberId, name }) => ({ value: memberId, label: name }))}
                onChange={({ currentTarget }) => go({ member: currentTarget.value, month, ...only })}
              />
            )}
            <TextInput
              size="sm"
              type="month"
              label={t('audit.month')}
              value={month}
              max={currentMonth()}
              onChange={({ currentTarget: { value } }) =>
                /^\d{4}-\d{2}$/.test(value) && go({ member: place.memberId, month: value, ...only })
              }
            />
          </div>
          {(subject || by) && (
            <p className="row">
              {t('audit.limited', { what: [subject, by].filter(Boolean).join(', ') })}
              <Button size="xs" variant="default" onClick={() => go({ member: place.memberId, month })}>
                {t('audit.all')}
              </Button>
            </p>
          )}
          <AuditTable
            asked={{ memberId: place.memberId, month, ...only }}
            choose={(chosen) => go({ member: place.memberId, month, ...only, ...chosen })}
          />
        </div>
      ) : (
        <Empty title={t('audit.not-yours')}>{session?.kind !== 'staff' && <StaffSignIn back="/audit" />}</Empty>
      )}
    </div>
  );
};

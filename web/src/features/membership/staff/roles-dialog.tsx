import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDirectory } from '../../../api/directory.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { FailedNotice } from '../../../components/states.tsx';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { type Staff, useChangeRole } from './staff.ts';
import { type Grant, grantAt, placeOf, roleNames, roleScopes } from './staff-roles.ts';

/** The places where a role of a person may be held: the consortium, their library, or one of its branches. */
const usePlaces = (memberId: string, role: Grant['role']) => {
  const t = useTranslate();
  const { branches, memberName } = useDirectory();
  const scopes: readonly Grant['scope'][] = roleScopes[role];
  return [
    ...(scopes.includes('consortium') ? [{ value: 'consortium', label: t('staff.consortium') }] : []),
    ...(scopes.includes('member') && memberId !== 'consortium'
      ? [{ value: memberId, label: memberName(memberId) }]
      : []),
    ...(scopes.includes('branch')
      ? branches
          .filter(({ branchId }) => branchId.startsWith(`${memberId}.`))
          .map(({ branchId, name }) => ({ value: branchId, label: name }))
      : []),
  ];
};

type Held = { person: Staff; reason: string; change: ReturnType<typeof useChangeRole> };

const HeldRoles = ({ person, reason, change }: Held) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const { memberName, branchName } = useDirectory();
  const nameOf = (grant: Grant): string => {
    if (grant.scope === 'consortium') return t('staff.consortium');
    return grant.scope === 'member' ? memberName(grant.member) : branchName(grant.branch);
  };
  if (person.grants.length === 0) return <p>{t('staff.no-roles')}</p>;
  return (
    <ul aria-label={t('staff.roles')}>
      {person.grants.map((grant) => {
        const label = `${textOf('role', grant.role)}, ${nameOf(grant)}`;
        return (
          <li key={`${grant.role} ${placeOf(grant)}`}>
            {label}{' '}
            <Button
              size="xs"
              variant="default"
              aria-label={t('staff.withdraw-one', { role: label })}
              loading={change.isPending}
              disabled={reason === ''}
              onClick={() => change.mutate({ staffId: person.staffId, grant, reason, isGiven: false })}
            >
              {t('staff.withdraw')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
};

/** A dialog that shows the roles of a person, gives them one, and withdraws one. */
export const RolesDialog = ({ person, close }: { person: Staff; close: () => void }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const [role, setRole] = useState<Grant['role']>(person.memberId === 'consortium' ? 'admin' : 'desk');
  const [chosen, setChosen] = useState('');
  const [text, setText] = useState('');
  const reason = text.trim();
  const places = usePlaces(person.memberId, role);
  const change = useChangeRole(person.memberId);
  const place = places.find(({ value }) => value === chosen)?.value ?? places[0]?.value;
  return (
    <Dialog title={t('staff.roles-of', { name: person.name })} close={close}>
      <div className="stack">
        <HeldRoles person={person} reason={reason} change={change} />
        <NativeSelect
          label={t('staff.role')}
          description={textOf('role-meaning', role)}
          value={role}
          data={roleNames
            .filter((one) => (person.memberId === 'consortium') === (roleScopes[one][0] === 'consortium'))
            .map((value) => ({ value, label: textOf('role', value) }))}
          onChange={({ currentTarget }) => setRole(currentTarget.value as Grant['role'])}
        />
        <NativeSelect
          label={t('staff.place')}
          value={place ?? ''}
          data={places}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
        <TextInput
          label={t('staff.reason')}
          description={t('staff.reason-meaning')}
          required
          maxLength={500}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        {change.error && <FailedNotice thrown={change.error} />}
        <div className="row">
          <Button
            disabled={place === undefined || reason === ''}
            loading={change.isPending}
            onClick={() =>
              place !== undefined &&
              change.mutate({ staffId: person.staffId, grant: grantAt(role, place), reason, isGiven: true })
            }
          >
            {t('staff.give')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('do.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
};

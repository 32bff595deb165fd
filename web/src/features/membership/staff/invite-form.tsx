import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useInvite } from './staff.ts';

const empty = { name: '', email: '' };

/** The form that invites a person to a library. */
export const InviteForm = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const [person, setPerson] = useState(empty);
  const invite = useInvite();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    invite.mutate({ ...person, memberId }, { onSuccess: () => setPerson(empty) });
  };
  return (
    <section aria-labelledby="staff-invite" className="stack">
      <h2 id="staff-invite">{t('staff.invite')}</h2>
      <p className="quiet">{t('staff.invite-meaning')}</p>
      <form className="bench-fields" aria-labelledby="staff-invite" onSubmit={submit}>
        <TextInput
          size="sm"
          required
          maxLength={200}
          label={t('staff.name')}
          value={person.name}
          onChange={({ currentTarget }) => setPerson({ ...person, name: currentTarget.value })}
        />
        <TextInput
          size="sm"
          required
          type="email"
          maxLength={254}
          label={t('staff.email')}
          value={person.email}
          onChange={({ currentTarget }) => setPerson({ ...person, email: currentTarget.value })}
        />
        <p>
          <Button size="sm" type="submit" loading={invite.isPending}>
            {t('staff.invite')}
          </Button>
        </p>
      </form>
      <p role="status">{invite.isSuccess && t('staff.sent', { email: invite.variables.email })}</p>
      {invite.error && <FailedNotice thrown={invite.error} />}
    </section>
  );
};

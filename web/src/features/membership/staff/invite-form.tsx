import rules from 'virtual:form/membership-invite-staff';
import { Button, TextInput } from '@mantine/core';
import { useOperationForm } from '../../../components/form/use-operation-form.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useInvite } from './staff.ts';

const initial = { name: '', email: '' };

/** The form that invites a person to a library. */
export const InviteForm = ({ memberId }: { memberId: string }) => {
  const t = useTranslate();
  const { text, submit, failed, refused, reset } = useOperationForm({ rules, initial });
  const invite = useInvite();
  const send = submit((person) =>
    invite.mutate({ ...initial, ...person, memberId }, { onSuccess: reset, onError: refused }),
  );
  return (
    <section aria-labelledby="staff-invite" className="stack">
      <h2 id="staff-invite">{t('staff.invite')}</h2>
      <p className="quiet">{t('staff.invite-meaning')}</p>
      <form className="bench-fields" aria-labelledby="staff-invite" noValidate onSubmit={send}>
        <TextInput size="sm" label={t('staff.name')} {...text('name')} />
        <TextInput size="sm" label={t('staff.email')} {...text('email')} />
        <p>
          <Button size="sm" type="submit" loading={invite.isPending}>
            {t('staff.invite')}
          </Button>
        </p>
      </form>
      <p role="status">{invite.isSuccess && t('staff.sent', { email: invite.variables.email })}</p>
      {failed && <FailedNotice thrown={failed} />}
    </section>
  );
};

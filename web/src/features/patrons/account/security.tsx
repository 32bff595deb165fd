import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { useProfile } from '../../../api/current-user.ts';
import { signedOut } from '../../../api/session.ts';
import { NewPinInput, type PinLength } from '../../../components/new-pin-input.tsx';
import { FailedNotice, Waiting } from '../../../components/states.tsx';
import { toast } from '../../../components/toasts.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { Sessions } from './sessions.tsx';

/** Changes the PIN. All sessions end, this one too: the patron signs in with the new PIN. */
const ChangePin = ({ length }: { length: PinLength }) => {
  const t = useTranslate();
  const router = useRouter();
  const [currentPin, setCurrentPin] = useState('');
  const [pin, setPin] = useState('');
  const change = useMutation({
    mutationFn: () => take(api.POST('/v1/patrons/me/pin', { body: { currentPin, pin } })),
    onSuccess: async () => {
      signedOut('signed-out');
      toast(t('security.changed'));
      await router.navigate({ to: '/sign-in', search: { back: '/account' } });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <PasswordInput
        label={t('security.current')}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={currentPin}
        visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-pin'), tabIndex: 0 }}
        onChange={({ currentTarget }) => setCurrentPin(currentTarget.value)}
      />
      <NewPinInput value={pin} length={length} onChange={setPin} />
      {change.error && <FailedNotice thrown={change.error} />}
      <Button type="submit" variant="default" loading={change.isPending}>
        {t('security.change')}
      </Button>
    </form>
  );
};

/** Where the patron is signed in, and the PIN. */
export const Security = () => {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useProfile();
  return (
    <section id="security" aria-labelledby="security-title" className="account-part" tabIndex={-1}>
      <div className="part-head">
        <h2 id="security-title">{t('account.security')}</h2>
      </div>
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary>{t('security.sessions')}</summary>
        {isOpen && <Sessions />}
      </details>
      <details>
        <summary>{t('security.pin')}</summary>
        {data ? <ChangePin length={data.pinLength} /> : <Waiting rows={2} height={60} />}
      </details>
    </section>
  );
};

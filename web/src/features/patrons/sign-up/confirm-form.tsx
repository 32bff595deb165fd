import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

type Card = { card: string; expiresOn: string; mayBorrow: boolean };
type Asked = { signUpId: string; minutes: number; onDone: (card: Card) => void; onAgain: () => void };

/** The form for the code from the e-mail and the new PIN. Pasting works (WCAG 2.2, 3.3.8). */
export const ConfirmForm = ({ signUpId, minutes, onDone, onAgain }: Asked) => {
  const t = useTranslate();
  const [code, setCode] = useState('');
  const [pin, setPin] = useState('');
  const confirm = useMutation({
    mutationFn: () => take(api.POST('/v1/patrons/sign-up-confirmations', { body: { signUpId, code, pin } })),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <p>{t('sign-up.sent', { minutes })}</p>
      <TextInput
        label={t('sign-up.code')}
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        required
        withAsterisk={false}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
      />
      <PasswordInput
        label={t('sign-up.pin')}
        description={t('sign-up.pin-hint')}
        name="new-password"
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={pin}
        visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-pin'), tabIndex: 0 }}
        onChange={({ currentTarget }) => setPin(currentTarget.value)}
      />
      {confirm.error && <FailedNotice thrown={confirm.error} />}
      <Button type="submit" loading={confirm.isPending}>
        {t('sign-up.confirm')}
      </Button>
      <Button variant="subtle" onClick={onAgain}>
        {t('sign-up.again')}
      </Button>
    </form>
  );
};

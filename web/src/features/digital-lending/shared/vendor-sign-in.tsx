import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import { useVendorSignIn } from './use-e-books.ts';

type Asked = { collectionId: string; name: string; then?: () => void };

/** Asks for the PIN to sign in at a vendor, and says what the vendor learns: to enter it is the consent. */
export const VendorSignIn = ({ collectionId, name, then }: Asked) => {
  const t = useTranslate();
  const [pin, setPin] = useState('');
  const signIn = useVendorSignIn();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate({ collectionId, pin }, { onSuccess: () => then?.() });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p>{t('ebook.consent', { name })}</p>
      <PasswordInput
        label={t('ebook.pin')}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={pin}
        visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-pin'), tabIndex: 0 }}
        onChange={({ currentTarget }) => setPin(currentTarget.value)}
      />
      {signIn.error && <FailedNotice thrown={signIn.error} />}
      <Button type="submit" loading={signIn.isPending}>
        {t('ebook.sign-in', { name })}
      </Button>
    </form>
  );
};

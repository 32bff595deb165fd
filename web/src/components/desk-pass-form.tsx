import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { asProblem } from '../api/problem.ts';
import { useTranslate } from '../i18n/translate.ts';
import { FailedNotice } from './states.tsx';

/** The field of a shared desk that takes a scanned badge or a typed code. `done` is called once the person is signed in. */
export const DeskPassForm = ({ done }: { done?: () => void }) => {
  const t = useTranslate();
  const [pass, setPass] = useState('');
  const signIn = useMutation({
    // The screen is locked for all other calls.
    networkMode: 'always',
    mutationFn: async (given: string) => (await import('../api/desk-sign-in.ts')).signInAtDesk(given),
    onSettled: () => setPass(''),
    ...(done && { onSuccess: done }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (pass.trim() !== '') signIn.mutate(pass.trim());
  };
  const wait = signIn.error ? asProblem(signIn.error).retryAfter : undefined;
  return (
    <form className="stack" onSubmit={submit}>
      <PasswordInput
        data-autofocus
        autoFocus
        autoComplete="off"
        maxLength={64}
        label={t('desk-lock.pass')}
        description={t('desk-lock.pass-meaning')}
        visibilityToggleButtonProps={{ 'aria-label': t('desk-lock.show'), tabIndex: 0 }}
        value={pass}
        onChange={({ currentTarget }) => setPass(currentTarget.value)}
      />
      {signIn.error && (
        <FailedNotice thrown={signIn.error}>
          {wait !== undefined && <p>{t('sign-in.wait', { minutes: Math.ceil(wait / 60) })}</p>}
        </FailedNotice>
      )}
      <Button type="submit" loading={signIn.isPending}>
        {t('do.sign-in')}
      </Button>
    </form>
  );
};

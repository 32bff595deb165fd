import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { asProblem } from '../../../api/problem.ts';
import { signedIn } from '../../../api/session.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';

type Entered = { card: string; pin: string; member: string };

const useSignIn = (done: () => void) =>
  useMutation({
    mutationFn: ({ card, pin, member }: Entered) =>
      take(api.POST('/v1/patrons/sign-in', { body: { card, pin, ...(member ? { member } : {}) } })),
    onSuccess: ({ access_token, expires_in }) => {
      signedIn('patron', access_token, expires_in);
      done();
    },
  });

/** Two libraries may have issued the same old number; only then the library must be selected. */
const WhichLibrary = ({ value, onChange }: { value: string; onChange: (member: string) => void }) => {
  const t = useTranslate();
  const { members } = useDirectory();
  return (
    <details className="which-library">
      <summary>{t('sign-in.other-library')}</summary>
      <NativeSelect
        label={t('sign-in.library')}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        data={[
          { value: '', label: t('sign-in.any-library') },
          ...members.map((one) => ({ value: one.memberId, label: one.name })),
        ]}
      />
    </details>
  );
};

/** The sign-in form with card and PIN. `done` is called once the patron is signed in. Password managers may fill it, and pasting works (WCAG 2.2, 3.3.8). */
export const PatronForm = ({ done }: { done: () => void }) => {
  const t = useTranslate();
  const signIn = useSignIn(done);
  const [entered, setEntered] = useState<Entered>({ card: '', pin: '', member: '' });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signIn.mutate(entered);
  };
  const wait = signIn.error ? asProblem(signIn.error).retryAfter : undefined;
  return (
    <section className="card" aria-labelledby="patron-sign-in">
      <h2 id="patron-sign-in">{t('sign-in.patron')}</h2>
      <form className="stack" onSubmit={submit}>
        <TextInput
          label={t('sign-in.card')}
          description={t('sign-in.card-hint')}
          name="username"
          autoComplete="username"
          inputMode="numeric"
          required
          withAsterisk={false}
          value={entered.card}
          onChange={({ currentTarget }) => setEntered({ ...entered, card: currentTarget.value })}
        />
        <PasswordInput
          label={t('sign-in.pin')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={entered.pin}
          visibilityToggleButtonProps={{ 'aria-label': t('sign-in.show-pin'), tabIndex: 0 }}
          onChange={({ currentTarget }) => setEntered({ ...entered, pin: currentTarget.value })}
        />
        <WhichLibrary value={entered.member} onChange={(member) => setEntered({ ...entered, member })} />
        {signIn.error && (
          <FailedNotice thrown={signIn.error}>
            {wait !== undefined && <p>{t('sign-in.wait', { minutes: Math.ceil(wait / 60) })}</p>}
          </FailedNotice>
        )}
        <Button type="submit" loading={signIn.isPending}>
          {t('do.sign-in')}
        </Button>
      </form>
    </section>
  );
};

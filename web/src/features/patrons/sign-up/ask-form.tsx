import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { SignUp } from './confirm-form.tsx';

type Entered = { given: string; family: string; birthDate: string; email: string; homeBranch: string; website: string };
const nothing: Entered = { given: '', family: '', birthDate: '', email: '', homeBranch: '', website: '' };

const asked = ({ given, family, birthDate, email, homeBranch, website }: Entered) => ({
  homeBranch,
  person: { name: { family, ...(given && { given }) }, email, ...(birthDate && { birthDate }) },
  website,
});

/** The form for the applicant's data and branch. One field is a hidden trap for bots. */
export const AskForm = ({ onAsked }: { onAsked: (signUp: SignUp) => void }) => {
  const t = useTranslate();
  const { members } = useDirectory();
  const [entered, setEntered] = useState(nothing);
  const ask = useMutation({
    mutationFn: (body: Entered) => take(api.POST('/v1/patrons/sign-ups', { body: asked(body) })),
    onSuccess: ({ goodForMinutes: minutes, ...signUp }) => onAsked({ ...signUp, minutes }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate(entered);
  };
  const field = (name: Exclude<keyof Entered, 'website'>) => ({
    name,
    label: t(`sign-up.${name}`),
    value: entered[name],
    withAsterisk: false,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setEntered({ ...entered, [name]: currentTarget.value }),
  });
  const branches = members.map((member) => ({
    group: member.name,
    items: member.branches.map(({ branchId: value, name: label }) => ({ value, label })),
  }));
  return (
    <form className="card stack" onSubmit={submit}>
      <p>{t('sign-up.meaning')}</p>
      <TextInput {...field('given')} autoComplete="given-name" />
      <TextInput {...field('family')} autoComplete="family-name" required />
      <TextInput {...field('birthDate')} type="date" autoComplete="bday" />
      <TextInput {...field('email')} type="email" autoComplete="email" required />
      <NativeSelect {...field('homeBranch')} required data={[{ value: '', label: '' }, ...branches]} />
      <div className="sign-up-trap" aria-hidden="true">
        <input
          {...{ name: 'website', tabIndex: -1, autoComplete: 'off', value: entered.website }}
          onChange={({ currentTarget }) => setEntered({ ...entered, website: currentTarget.value })}
        />
      </div>
      {ask.error && <FailedNotice thrown={ask.error} />}
      <Button type="submit" loading={ask.isPending}>
        {t('sign-up.ask')}
      </Button>
    </form>
  );
};

import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useResidences } from '../../../api/residences.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { SignUp } from './confirm-form.tsx';

const nothing = {
  ...{ given: '', family: '', usedGiven: '', birthDate: '', email: '', phone: '', lines: '', locality: '', region: '' },
  ...{ postalCode: '', residence: '', homeBranch: '', mayEmail: false, website: '' },
};
type Entered = typeof nothing;

const addressIn = ({ lines, locality, region, postalCode }: Entered) =>
  lines !== '' && {
    address: {
      lines: [lines],
      ...(locality && { locality }),
      ...(region && { region }),
      ...(postalCode && { postalCode }),
    },
  };

const asked = (entered: Entered) => {
  const { given, family, usedGiven, birthDate, email, phone, residence, homeBranch, mayEmail, website } = entered;
  return {
    homeBranch,
    person: {
      ...{ name: { family, ...(given && { given }) }, email },
      ...(usedGiven && { usedName: { family, given: usedGiven } }),
      ...(birthDate && { birthDate }),
      ...(phone && { phones: [{ number: phone, label: 'mobile' as const }] }),
      ...addressIn(entered),
    },
    ...(residence && { residence }),
    // A box left as it was is no answer.
    ...(mayEmail && { contactConsents: { email: true } }),
    website,
  };
};

/** The form for the applicant's data and branch. One field is a hidden trap for bots. */
export const AskForm = ({ onAsked }: { onAsked: (signUp: SignUp) => void }) => {
  const t = useTranslate();
  const { members } = useDirectory();
  const { residences } = useResidences();
  const [entered, setEntered] = useState(nothing);
  const ask = useMutation({
    mutationFn: (body: Entered) => take(api.POST('/v1/patrons/sign-ups', { body: asked(body) })),
    onSuccess: ({ goodForMinutes: minutes, ...signUp }) => onAsked({ ...signUp, minutes }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate(entered);
  };
  const field = (name: Exclude<keyof Entered, 'website' | 'mayEmail'>) => ({
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
      <TextInput {...field('usedGiven')} autoComplete="nickname" />
      <TextInput {...field('birthDate')} type="date" autoComplete="bday" />
      <TextInput {...field('email')} type="email" autoComplete="email" required />
      <TextInput {...field('phone')} type="tel" autoComplete="tel" />
      <TextInput {...field('lines')} autoComplete="street-address" />
      <TextInput {...field('locality')} autoComplete="address-level2" />
      <TextInput {...field('region')} autoComplete="address-level1" />
      <TextInput {...field('postalCode')} autoComplete="postal-code" />
      {residences.length > 0 && (
        <NativeSelect
          {...field('residence')}
          data={[{ value: '', label: '' }, ...residences.map(({ code: value, name: label }) => ({ value, label }))]}
        />
      )}
      <NativeSelect {...field('homeBranch')} required data={[{ value: '', label: '' }, ...branches]} />
      <Checkbox
        label={t('sign-up.mayEmail')}
        checked={entered.mayEmail}
        onChange={({ currentTarget: { checked } }) => setEntered({ ...entered, mayEmail: checked })}
      />
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

import rules from 'virtual:form/patrons-ask-sign-up';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api, take } from '../../../api/client.ts';
import { useDirectory } from '../../../api/directory.ts';
import { useResidences } from '../../../api/residences.ts';
import { useOperationForm } from '../../../components/form/use-operation-form.ts';
import { FailedNotice } from '../../../components/states.tsx';
import { useTranslate } from '../../../i18n/translate.ts';
import type { SignUp } from './confirm-form.tsx';

const nothing = {
  ...{ given: '', family: '', usedGiven: '', birthDate: '', email: '', phone: '', lines: '', locality: '', region: '' },
  ...{ postalCode: '', residence: '', homeBranch: '', mayEmail: false, website: '' },
};
type Entered = typeof nothing;

/** Where the fields are in the body: a refusal names them by these paths. */
const paths = {
  ...{ given: 'person.name.given', family: 'person.name.family', usedGiven: 'person.usedName.given' },
  ...{ birthDate: 'person.birthDate', email: 'person.email', phone: 'person.phones.0.number' },
  ...{ lines: 'person.address.lines.0', locality: 'person.address.locality', region: 'person.address.region' },
  ...{ postalCode: 'person.address.postalCode', mayEmail: 'contactConsents.email' },
};

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
    // An unchanged box is not an answer.
    ...(mayEmail && { contactConsents: { email: true } }),
    website,
  };
};

/** The form for the applicant's data and branch. One field is a hidden trap for bots. */
export const AskForm = ({ onAsked }: { onAsked: (signUp: SignUp) => void }) => {
  const t = useTranslate();
  const { members } = useDirectory();
  const { residences } = useResidences();
  const { form, text, check, submit, failed, refused } = useOperationForm({ rules, initial: nothing, paths });
  const ask = useMutation({
    mutationFn: (body: Entered) => take(api.POST('/v1/patrons/sign-ups', { body: asked(body) })),
    onSuccess: ({ goodForMinutes: minutes, ...signUp }) => onAsked({ ...signUp, minutes }),
    onError: refused,
  });
  const send = submit((entered) => ask.mutate({ ...nothing, ...entered }));
  const field = (name: Exclude<keyof Entered, 'website' | 'mayEmail'>) => ({
    ...text(name),
    label: t(`sign-up.${name}`),
    withAsterisk: false,
  });
  const branches = members.map((member) => ({
    group: member.name,
    items: member.branches.map(({ branchId: value, name: label }) => ({ value, label })),
  }));
  return (
    <form className="card stack" noValidate onSubmit={send}>
      <p>{t('sign-up.meaning')}</p>
      <TextInput {...field('given')} autoComplete="given-name" />
      <TextInput {...field('family')} autoComplete="family-name" />
      <TextInput {...field('usedGiven')} autoComplete="nickname" />
      <TextInput {...field('birthDate')} autoComplete="bday" />
      <TextInput {...field('email')} autoComplete="email" />
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
      <NativeSelect {...field('homeBranch')} data={[{ value: '', label: '' }, ...branches]} />
      <Checkbox label={t('sign-up.mayEmail')} {...check('mayEmail')} />
      <div className="sign-up-trap" aria-hidden="true">
        <input tabIndex={-1} autoComplete="off" {...form.getInputProps('website')} name="website" />
      </div>
      {failed && <FailedNotice thrown={failed} />}
      <Button type="submit" loading={ask.isPending}>
        {t('sign-up.ask')}
      </Button>
    </form>
  );
};

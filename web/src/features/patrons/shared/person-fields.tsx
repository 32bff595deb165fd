import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTextOf, useTranslate } from '../../../i18n/translate.ts';
import { lacksTown, type PersonEntry, phoneLabels } from './person-form.ts';
import { useFirstFocus } from './use-first-focus.ts';

type Fields = { entry: PersonEntry; change: (change: Partial<PersonEntry>) => void };
type TextName = Exclude<keyof PersonEntry, 'phones'>;

const useField = ({ entry, change }: Fields) => {
  const t = useTranslate();
  return (name: TextName) => ({
    name,
    label: t(`person.${name}`),
    value: entry[name],
    autoComplete: 'off',
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => change({ [name]: value }),
  });
};

/** The fields for a person's names and birth date. */
export const NameFields = (props: Fields) => {
  const field = useField(props);
  const first = useRef<HTMLInputElement>(null);
  useFirstFocus(first);
  return (
    <>
      <TextInput {...field('family')} ref={first} required maxLength={200} />
      <TextInput {...field('given')} maxLength={200} />
      <TextInput {...field('birthDate')} type="date" />
    </>
  );
};

/** The fields for the name that a person uses instead of the legal one. */
export const UsedNameFields = (props: Fields) => {
  const field = useField(props);
  return (
    <>
      <TextInput {...field('usedGiven')} maxLength={200} />
      <TextInput {...field('usedFamily')} maxLength={200} />
    </>
  );
};

const PhoneField = ({ entry, change, place }: Fields & { place: 0 | 1 }) => {
  const t = useTranslate();
  const textOf = useTextOf();
  const phone = entry.phones[place];
  const set = (part: Partial<typeof phone>): void => {
    const [first, second] = entry.phones;
    const changed = { ...phone, ...part };
    change({ phones: place === 0 ? [changed, second] : [first, changed] });
  };
  return (
    <div className="phone-field">
      <TextInput
        type="tel"
        label={t(place === 0 ? 'person.phone' : 'person.phone-second')}
        value={phone.number}
        maxLength={40}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => set({ number: value })}
      />
      <NativeSelect
        aria-label={t(place === 0 ? 'person.phone-label' : 'person.phone-second-label')}
        value={phone.label}
        data={phoneLabels.map((value) => ({ value, label: textOf('phone-label', value) }))}
        onChange={({ currentTarget: { value } }) =>
          set({ label: phoneLabels.find((label) => label === value) ?? 'mobile' })
        }
      />
    </div>
  );
};

/** The fields for e-mail and phones. */
export const ContactFields = (props: Fields) => {
  const field = useField(props);
  return (
    <>
      <TextInput {...field('email')} type="email" maxLength={254} />
      <PhoneField {...props} place={0} />
      <PhoneField {...props} place={1} />
    </>
  );
};

/** The fields for an address in parts. */
export const AddressFields = (props: Fields) => {
  const field = useField(props);
  return (
    <>
      <Textarea {...field('lines')} autosize minRows={1} maxRows={4} />
      <TextInput {...field('locality')} required={lacksTown(props.entry)} maxLength={100} />
      <TextInput {...field('region')} maxLength={100} />
      <TextInput {...field('postalCode')} maxLength={20} />
      <TextInput {...field('country')} maxLength={2} />
    </>
  );
};
